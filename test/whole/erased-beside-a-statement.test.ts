// Somebody who declared time in the months of a statement and is not on it is erased: the statement stays whole, and tells nothing of her.
import { beforeAll, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { afterFacts } from '../../lib/use-cases/after-facts.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerNote } from '../../lib/use-cases/answer-note.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { exportStatement } from '../../lib/use-cases/export-statement.ts';
import { fileForAuditor } from '../../lib/use-cases/file-for-auditor.ts';
import { issueLink } from '../../lib/use-cases/issue-link.ts';
import { leaveNote, nextNote } from '../../lib/use-cases/leave-note.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { companyBook, companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { repairViews } from '../../lib/use-cases/rebuild-views.ts';
import { showLinkStatement } from '../../lib/use-cases/show-link-statement.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { readCells } from '../statement/cells.ts';
import { secondments, siren } from './acts.ts';
import { after, asPerson, copied, erase, worldAfterTheTerm } from './after-the-term.ts';
import { everything } from './everything.ts';
import { processOn } from './process.ts';

const number = '2025-0001';
const early = '2023-02-01';
const late =
  'R-3;Chloé Dastier;chloe@rail.example;points;rails;01/01/2025;31/12/2025;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024';

let before: MemoryWorld;
let who: { readonly company: string; readonly developer: string };

const textsOf = (bytes: Uint8Array): string =>
  readCells(bytes)
    .map(({ value }) => value)
    .join('\n');

const exported = async (ports: Ports, preset: 'finance' | 'full', format: 'xlsx' | 'csv' = 'xlsx') =>
  exportStatement(ports, {
    ...{ company: who.company, number, preset, format, language: 'fr' },
    by: await asPerson(ports, 'finance-1'),
  });

const bundle = async (ports: Ports, language: 'fr' | 'en') =>
  statementFiles(ports, {
    ...{ company: who.company, number, level: 'names', language },
    by: await asPerson(ports, 'finance-1'),
  });

beforeAll(async () => {
  before = await worldAfterTheTerm();
  before.nowMs = Date.UTC(2026, 1, 10, 9);
  const { ports } = processOn(before);
  const company = await companyOf(ports, siren);
  const by = await asPerson(ports, 'hr');
  const [head] = secondments.split('\n');
  await agreeSecondments(ports, {
    ...{ company, by },
    file: { name: 'tard.csv', bytes: new TextEncoder().encode(`${head}\n${late}`) },
  });
  const { developer } = await developerOf(ports, company, 'R-3');
  who = { company, developer };
  await correctTime(ports, {
    ...{ company, by, developer, day: '2025-03-06', project: 'points', unit: 'minute', delta: 90 },
    reason: 'Oubli de Chloé',
  });
  // Nobody else has anything in that month, long before the first fact.
  await correctTime(ports, {
    ...{ company, by, developer, day: early, project: 'points', unit: 'minute', delta: 30 },
    reason: 'Essai de Chloé',
  });
  await sequenceLog(ports);
  before.nowMs = after;
}, 120_000);

describe('somebody who is not on the statement is erased', () => {
  it('and workbooks that told of her months are made again without them', { timeout: 60_000 }, async () => {
    const world = copied(before);
    const { ports } = processOn(world);
    const told = await exported(ports, 'full');
    expect(textsOf(told.bytes)).toContain('Oubli de Chloé');
    await bundle(ports, 'en');
    await erase(ports, who, 'hr');
    expect(await erase(ports, who, 'hr-2')).toMatchObject({ step: 'erased' });
    expect(await ports.sealedFiles.get(companyBook(who.company), told.sha256)).toBeNull();
    for (const preset of ['finance', 'full'] as const) {
      const file = await exported(ports, preset);
      expect(textsOf(file.bytes)).not.toContain('Oubli de Chloé');
      expect(await exported(ports, preset)).toEqual({ ...file, already: true });
    }
    for (const language of ['fr', 'en'] as const) {
      const files = await bundle(ports, language);
      expect(textsOf(files.get('statement.xlsx')!)).toContain('Vernois');
      expect(files.get('statement.pdf')!.length).toBeGreaterThan(0);
    }
    expect((await everything(world, ports)).filter((text) => /Chloé|chloe@/.test(text))).toEqual([]);
    await sequenceLog(ports);
    expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  });

  it('and what names only the others is what it was, file by file', async () => {
    const { ports } = processOn(copied(before));
    const csv = await exported(ports, 'full', 'csv');
    const pdf = (await bundle(ports, 'fr')).get('statement.pdf');
    expect(pdf?.length).toBeGreaterThan(0);
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    expect(await exported(ports, 'full', 'csv')).toMatchObject({ bytes: csv.bytes });
    expect((await bundle(ports, 'fr')).get('statement.pdf')).toEqual(pdf);
    const { verification, disclosures } = await readStatement(ports, who.company, number, 'names');
    expect(verification).toMatchObject({ result: 'authentic', level: 'names', problems: [] });
    expect(disclosures.length).toBeGreaterThan(0);
  });

  it('and no view tells of a month in which she alone declared time', async () => {
    const { ports } = processOn(copied(before));
    const book = companyBook(who.company);
    const names = [`months/2023-02/${who.developer}`, 'month-names/2023-02'];
    for (const name of names) expect(await ports.readViews.get(book, name), name).not.toBeNull();
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    for (const name of names) expect(await ports.readViews.get(book, name), name).toBeNull();
  });

  it('and whoever folded her rows at that very moment puts nothing of her back', async () => {
    const world = copied(before);
    world.nowMs = Date.UTC(2026, 1, 11, 9);
    // Nobody follows these facts before she is erased.
    const { ports: behind } = memoryPorts({ world, onFact: async () => undefined });
    const by = await asPerson(behind, 'hr');
    await correctTime(behind, {
      ...{ ...who, by, day: '2022-02-01', project: 'points', unit: 'minute', delta: 30 },
      reason: 'Essai',
    });
    world.nowMs = after;
    await erase(behind, who, 'hr');
    const name = `months/2022-02/${who.developer}`;
    let isFirst = true;
    const put: Ports['writeViews']['put'] = async (item, replaces) => {
      if (isFirst && item.name === name) {
        isFirst = false;
        await erase(processOn(world).ports, who, 'hr-2');
      }
      return behind.writeViews.put(item, replaces);
    };
    const book = companyBook(who.company);
    await afterFacts({ ...behind, writeViews: { ...behind.writeViews, put } }, book);
    expect(isFirst).toBe(false);
    expect(await behind.readViews.get(book, name)).toBeNull();
    expect((await checkLedger(behind)).findings).toEqual([]);
  });

  it('and whoever repairs views by rows that are dropped meanwhile looks again', async () => {
    const world = copied(before);
    const { ports: behind } = memoryPorts({ world, onFact: async () => undefined });
    await erase(behind, who, 'hr');
    await erase(behind, who, 'hr-2');
    const book = companyBook(who.company);
    let isFirst = true;
    const list: Ports['readViews']['list'] = async function* (...asked) {
      // Her rows were folded, and now comes what stands.
      if (isFirst) {
        isFirst = false;
        await afterFacts(processOn(world).ports, book);
      }
      yield* behind.readViews.list(...asked);
    };
    await repairViews({ ...behind, readViews: { ...behind.readViews, list } }, book);
    expect(isFirst).toBe(false);
    expect(await behind.readViews.get(book, `months/2023-02/${who.developer}`)).toBeNull();
    expect((await checkLedger(behind)).findings).toEqual([]);
  });

  it('and the auditor’s page offers no workbook until it is made again', async () => {
    const { ports } = processOn(copied(before));
    await bundle(ports, 'en');
    const by = await asPerson(ports, 'finance-1');
    const { link } = await issueLink(ports, {
      ...{ company: who.company, by, number, level: 'names', audience: 'Contrôle', emailDomain: 'audit.example' },
      ...{ days: 90, code: 'paper' },
    });
    expect((await showLinkStatement(ports, link)).files).toContain('statement.xlsx');
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    const { files } = await showLinkStatement(ports, link);
    expect(files).not.toContain('statement.xlsx');
    expect(files).toContain('bundle.names.zip');
    for (const name of files) {
      const file = await fileForAuditor(ports, { link, name, language: 'fr' });
      expect(file.bytes.length, name).toBeGreaterThan(0);
    }
    await bundle(ports, 'fr');
    await bundle(ports, 'en');
    expect((await showLinkStatement(ports, link)).files).toContain('statement.xlsx');
  });
});

describe('somebody whom a question may name is erased', () => {
  const lent = late.replace('R-3;Chloé Dastier;chloe@', 'R-4;Dora Quintal;dora@');

  async function asked() {
    const world = copied(before);
    world.nowMs = Date.UTC(2026, 2, 10, 9);
    const { ports } = processOn(world);
    const { company } = who;
    const by = await asPerson(ports, 'finance-1');
    const [head] = secondments.split('\n');
    const file = { name: 'lent.csv', bytes: new TextEncoder().encode(`${head}\n${lent}`) };
    await agreeSecondments(ports, { company, by: await asPerson(ports, 'hr'), file });
    const audience = { audience: 'Contrôle', emailDomain: 'audit.example', days: 90, code: 'paper' } as const;
    const { link } = await issueLink(ports, { company, by, number, level: 'names', ...audience });
    const note = nextNote(ports, link);
    await leaveNote(ports, { link, note, line: null, month: null, text: 'Où est le temps de Dora Quintal ?' });
    await answerNote(ports, { company, by, note, text: 'Dora n’a rien déclaré.' });
    return { world, ports, at: { company, developer: (await developerOf(ports, company, 'R-4')).developer } };
  }
  const saying = async (world: MemoryWorld, ports: Ports) =>
    (await everything(world, ports)).filter((text) => /Dora|Quintal/.test(text));

  it('and the question goes with her once the terms of its statement are over, though she declared no time', async () => {
    const { world, ports, at } = await asked();
    world.nowMs = after;
    await erase(ports, at, 'hr');
    await erase(ports, at, 'hr-2');
    expect(await saying(world, ports)).toEqual([]);
    await sequenceLog(ports);
    expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  });

  it('and before that it stays: it is a paper of the statement’s audit', async () => {
    const { world, ports, at } = await asked();
    world.nowMs = Date.UTC(2027, 0, 10, 9);
    await erase(ports, at, 'hr');
    await erase(ports, at, 'hr-2');
    expect((await saying(world, ports)).map((text) => /Où est|rien déclaré/.test(text))).toEqual([true, true]);
    expect((await checkLedger(ports)).findings).toEqual([]);
  });
});
