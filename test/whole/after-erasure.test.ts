// What still comes in for a developer who was erased, and what is still asked for: nothing brings her back, and nobody is left without an answer.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { InboxMessage } from '../../lib/ports/people.ts';
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { consumeInbox } from '../../lib/use-cases/consume-inbox.ts';
import { erasedIn } from '../../lib/use-cases/erased-lines.ts';
import { auditorFileNames, fileForAuditor } from '../../lib/use-cases/file-for-auditor.ts';
import { issueLink } from '../../lib/use-cases/issue-link.ts';
import { keepUpload } from '../../lib/use-cases/keep-upload.ts';
import { companyBook, developerOf, findDeveloper, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { findStatement, readStatement } from '../../lib/use-cases/read-statement.ts';
import { keepChoices, namedChoices } from '../../lib/use-cases/reading-choices.ts';
import { rebuildViews } from '../../lib/use-cases/rebuild-views.ts';
import { receiveTimesheet } from '../../lib/use-cases/receive-timesheet.ts';
import { showLinkChanges } from '../../lib/use-cases/show-link-changes.ts';
import { showLinkFindings } from '../../lib/use-cases/show-link-findings.ts';
import { showLinkLine } from '../../lib/use-cases/show-link-line.ts';
import { showLinkSample } from '../../lib/use-cases/show-link-sample.ts';
import { showLinkStatement } from '../../lib/use-cases/show-link-statement.ts';
import { refusalOf } from '../use-cases/ledger.ts';
import { secondments, timesheet } from './acts.ts';
import { after as afterTheTerm, aliceOf, asPerson, copied, erase, worldAfterTheTerm } from './after-the-term.ts';
import { everything } from './everything.ts';
import { processOn } from './process.ts';

let before: MemoryWorld;
let after: MemoryWorld;
let who: { readonly company: string; readonly developer: string };
beforeAll(async () => {
  before = await worldAfterTheTerm();
  who = await aliceOf(processOn(before).ports);
  after = copied(before);
  const { ports } = processOn(after);
  await erase(ports, who, 'hr');
  await erase(ports, who, 'hr-2');
}, 120_000);

/** Rows of hers and keys that salt them, wherever they are stored. */
const ofHers = async (world: MemoryWorld, ports: Ports): Promise<readonly string[]> =>
  (await everything(world, ports)).filter(
    (text) => text.includes(`"developer":"${who.developer}","`) || text.includes(`${who.company}/${who.developer}`),
  );

/** Of a refusal; null: it was done. */
const codeOf = (act: Promise<unknown>): Promise<string | null> =>
  act.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** Messages as the queue has them: handed in before she was erased, and consumed by nobody yet. */
async function waiting(): Promise<readonly InboxMessage[]> {
  const { ports } = processOn(copied(before));
  const messages: InboxMessage[] = [];
  const queue: Ports = { ...ports, inbox: { submit: async (message) => void messages.push(message) } };
  const { company, developer } = who;
  const month = '2025-03';
  await checkMonth(queue, {
    ...{ company, by: developer, developer, month, answer: 'contested', entries: null, comment: 'Alice : non' },
  });
  const share = { by: await personOf(ports, 'signatory'), foundation: 'rails', company, developer, project: 'points' };
  await answerContributions(queue, { ...share, month, answer: 'disputed', amount: null, comment: 'non' });
  return messages;
}

describe('a message that waited while she was erased', () => {
  it('is dropped: no row of hers is written and no key is made for her again', async () => {
    const messages = await waiting();
    expect(messages.map(({ kind }) => kind)).toEqual(['month-check', 'confirmation']);
    expect(await ofHers(before, processOn(before).ports)).not.toEqual([]);
    const world = copied(after);
    const { ports } = processOn(world);
    const left = await ofHers(world, ports);
    const { head } = await readBook(ports, companyBook(who.company));
    expect(await consumeInbox(ports, companyBook(who.company), messages)).toEqual({ written: 0, dropped: 2 });
    expect((await readBook(ports, companyBook(who.company))).head).toEqual(head);
    expect(await ofHers(world, ports)).toEqual(left);
  });
});

describe('a file that an erasure destroyed', () => {
  it('is not taken in again: whoever sends it learns why and what to do', async () => {
    const { ports } = processOn(copied(after));
    const file = { name: 'mars.csv', bytes: new TextEncoder().encode(timesheet) };
    const refusal = await refusalOf(receiveTimesheet(ports, { company: who.company, file, year: 2025 }));
    expect(refusal.code).toBe('file-erased');
    expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  });
});

describe('what was sent and never posted', () => {
  const sheet = (...lines: readonly string[]) => ({
    name: 'brouillon.csv',
    bytes: new TextEncoder().encode(['Matricule;Date;Projet;Heures', ...lines].join('\n')),
  });

  it.each([
    ['her staff number', sheet('R-2;06/03/2025;Points;1,00', 'R-1;06/03/2025;Points;1,00'), 'preview'],
    ['a word of her name', sheet('VERNOIS A.;06/03/2025;Points;1,00'), 'preview'],
    ['others alone', sheet('R-2;06/03/2025;Points;1,00'), 'receipt'],
    ['nothing that reads', { name: 'protégé.xlsx', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3) }, 'old-xls'],
  ] as const)(
    'and has %s goes with her and is not taken again, or stays and is then posted',
    async (_what, file, end) => {
      const isGone = end !== 'receipt';
      const world = copied(before);
      const { ports } = processOn(world);
      const { company } = who;
      const sha256 = await keepUpload(ports, company, file);
      await erase(ports, who, 'hr');
      await erase(ports, who, 'hr-2');
      const isKept = async () => (await ports.sealedFiles.get(companyBook(company), sha256)) !== null;
      expect(await isKept()).toBe(!isGone);
      expect(await codeOf(keepUpload(ports, company, file))).toBe(isGone ? 'file-erased' : null);
      const by = await asPerson(ports, 'hr');
      const posted = await postTimesheet(ports, { company, by, file, year: 2025, accept: [] }).then(
        (answer) => Object.keys(answer)[0],
        (error) => error.code,
      );
      expect([posted, await isKept()]).toEqual([end, !isGone]);
      expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
    },
  );

  it('goes with how it was to be read, which nobody posted either', async () => {
    const { ports } = processOn(copied(before));
    const { company } = who;
    const hers = { notNeeded: { people: ['Alice Vernois'], projects: [] } };
    const layout = { columns: { 'person-id': 'Nr' } };
    const [named, plain] = [await keepChoices(ports, company, hers), await keepChoices(ports, company, layout)];
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    expect(await ports.sealedFiles.get(companyBook(company), named!)).toBeNull();
    expect(await ports.sealedFiles.get(companyBook(company), plain!)).not.toBeNull();
    expect((await refusalOf(keepChoices(ports, company, hers))).code).toBe('file-erased');
  });
});

describe('a full check in the middle of which she is erased', () => {
  it('finds nothing: what it missed is looked for again', async () => {
    const { ports } = processOn(copied(before));
    const book = companyBook(who.company);
    let readings = 0;
    const facts: Ports['readBooks']['facts'] = async function* (of, after) {
      if (of === book) readings += 1;
      // Its erasures were read, and now come its facts.
      if (of === book && readings === 2) {
        await erase(ports, who, 'hr');
        await erase(ports, who, 'hr-2');
      }
      yield* ports.readBooks.facts(of, after);
    };
    const check = await checkLedger({ ...ports, readBooks: { ...ports.readBooks, facts } });
    expect([check.findings, readings]).toEqual([[], 5]);
    expect(await findDeveloper(ports, who.company, who.developer)).toBeNull();
  });
});

describe('choices by which a file with her was read', () => {
  const layout = { columns: { 'person-id': 'Alpha' } } as const;
  it.each([
    ['stay where they name nobody: the next file has the same layout', layout, false],
    ['go where they name her', { ...layout, notNeeded: { people: ['R-1'], projects: [] } }, true],
  ] as const)('%s', async (_what, choices, isGone) => {
    const world = copied(before);
    world.nowMs = Date.UTC(2026, 1, 10, 9);
    const { ports } = processOn(world);
    const { company } = who;
    const file = {
      name: 'mai.csv',
      bytes: new TextEncoder().encode(
        'Alpha;Date;Projet;Heures\nR-1;06/05/2025;Points;1,20\nR-2;06/05/2025;Points;1,20',
      ),
    };
    const by = await asPerson(ports, 'hr');
    const answer = await postTimesheet(ports, { company, by, file, year: 2025, choices, accept: [] });
    if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
    const digest = namedChoices(ports, choices)!.digest;
    world.nowMs = afterTheTerm;
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    expect((await ports.sealedFiles.get(companyBook(company), digest)) === null).toBe(isGone);
    expect(await codeOf(keepChoices(ports, company, choices))).toBe(isGone ? 'file-erased' : null);
    expect((await checkLedger(ports)).findings).toEqual([]);
  });
});

describe('a second erasure of people of one statement', () => {
  it('finds her there under the name that she had when it was issued', async () => {
    const world = copied(after);
    const { ports } = processOn(world);
    const { company } = who;
    const [head, , bastien] = secondments.split('\n');
    const renamed = bastien!.replace('Corvoisier', 'Marié').replace('01/01/2025;;', '01/01/2025;31/12/2025;');
    await agreeSecondments(ports, {
      ...{ company, by: await asPerson(ports, 'hr') },
      file: { name: 'fin.csv', bytes: new TextEncoder().encode(`${head}\n${renamed}`) },
    });
    const other = { company, developer: (await developerOf(ports, company, 'R-2')).developer };
    expect((await everything(world, ports)).some((text) => text.includes('Corvoisier'))).toBe(true);
    await erase(ports, other, 'hr');
    expect(await erase(ports, other, 'hr-2')).toMatchObject({ step: 'erased', already: false });
    expect((await everything(world, ports)).filter((text) => /Corvoisier|Marié/.test(text))).toEqual([]);
    expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
    const { verification } = await readStatement(ports, company, '2025-0001', 'names');
    expect(verification).toMatchObject({ result: 'authentic', level: 'totals', problems: [] });
  });
});

describe('views made again', () => {
  it('are what they were: nothing of her comes back', async () => {
    const world = copied(after);
    const { ports } = processOn(world);
    const done = await rebuildViews(ports, { progress: () => undefined });
    expect(done).toMatchObject({ repaired: 0, removed: 0 });
    expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  });
});

describe('a link at `names`, given before or after', () => {
  it('shows the totals that still verify, and offers no file that is gone', async () => {
    const world = copied(after);
    const { ports } = processOn(world);
    const { company } = who;
    const number = '2025-0001';
    const by = await asPerson(ports, 'finance-1');
    const { link } = await issueLink(ports, {
      ...{ company, by, number, level: 'names', audience: 'Contrôle', emailDomain: 'audit.example' },
      ...{ days: 90, code: 'paper' },
    });
    const left = await ofHers(world, ports);
    const shown = await showLinkStatement(ports, link);
    expect(shown.verification).toMatchObject({ result: 'authentic', level: 'totals', problems: [] });
    for (const name of shown.files) {
      for (const language of ['fr', 'en'] as const) {
        expect((await fileForAuditor(ports, { link, name, language })).bytes.length, name).toBeGreaterThan(0);
      }
    }
    expect(shown.files).toContain('bundle.totals.zip');
    const once = auditorFileNames(
      erasedIn([]),
      await findStatement(await readBook(ports, companyBook(company)), number),
      'names',
    );
    const gone = once.filter((one) => !shown.files.includes(one));
    expect(gone).toEqual(expect.arrayContaining(['bundle.names.zip', 'disclosures.txt']));
    for (const name of gone) {
      const refusal = await refusalOf(fileForAuditor(ports, { link, name, language: 'fr' }));
      expect(refusal.code, name).toBe('unknown-page');
    }
    await showLinkFindings(ports, link);
    await showLinkChanges(ports, { link, on: undefined });
    expect((await showLinkSample(ports, { link, wanted: null })).sample).toBeNull();
    const line = await refusalOf(showLinkLine(ports, { link, line: 1, month: '2025-03' }));
    expect(line.code).toBe('unknown-page');
    expect(await ofHers(world, ports)).toEqual(left);
  });
});
