// A developer is erased: before the term with an answer, after it for good, and every proof about the others still holds.
import { beforeAll, describe, expect, it } from 'vitest';
import { Died } from '../../lib/adapters/memory/faults.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { declaredTime } from '../../lib/use-cases/declared-time.ts';
import { type ExportedFile, exportStatement } from '../../lib/use-cases/export-statement.ts';
import { companyBook, findDeveloper } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { showStatement } from '../../lib/use-cases/show-statement.ts';
import { showStatements } from '../../lib/use-cases/show-statements.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { readCells } from '../statement/cells.ts';
import { refusalOf } from '../use-cases/ledger.ts';
import { aliceOf, asPerson, copied, erase, worldAfterTheTerm } from './after-the-term.ts';
import { everything } from './everything.ts';
import { processOn } from './process.ts';

let before: MemoryWorld;
let who: { readonly company: string; readonly developer: string };
beforeAll(async () => {
  before = await worldAfterTheTerm();
  who = await aliceOf(processOn(before).ports);
}, 120_000);

/** Of her, and of the salts that were hers. */
async function whatIsLeft(world: MemoryWorld, ports: Ports): Promise<readonly string[]> {
  const texts = await everything(world, ports);
  return ['Vernois', 'alice@rail.example', 'réunion', `${who.company}/${who.developer}`].map(
    (name) => `${name} ${texts.filter((text) => text.includes(name)).length}`,
  );
}

async function erased(): Promise<{ readonly world: MemoryWorld; readonly ports: Ports }> {
  const world = copied(before);
  const { ports } = processOn(world);
  expect(await erase(ports, who, 'hr')).toMatchObject({ step: 'asked', already: false });
  expect(await erase(ports, who, 'hr-2')).toMatchObject({ step: 'erased', already: false });
  return { world, ports };
}

describe('before the term', () => {
  it('is answered with the text that keeps the evidence and its last day, and nothing is written', async () => {
    const world = copied(before);
    world.nowMs = Date.UTC(2031, 0, 10);
    const { ports } = processOn(world);
    const { head } = await readBook(ports, companyBook(who.company));
    const { code, detail } = await refusalOf(erase(ports, who, 'hr'));
    expect(code).toBe('evidence-kept');
    expect(detail.en).toMatch(/before the end of 2032-01-15.*LPF L\. 102 B.*6 years.*article 17\(3\)\(b\)/);
    expect(detail.fr).toMatch(/avant le 15\/01\/2032 inclus.*LPF L\. 102 B/);
    expect((await readBook(ports, companyBook(who.company))).head).toEqual(head);
  });

  it('is the day after the last one, not that day', async () => {
    const world = copied(before);
    const { ports } = processOn(world);
    world.nowMs = Date.UTC(2032, 0, 15, 12);
    expect((await refusalOf(erase(ports, who, 'hr'))).code).toBe('evidence-kept');
    world.nowMs = Date.UTC(2032, 0, 16, 12);
    expect(await erase(ports, who, 'hr')).toMatchObject({ step: 'asked' });
  });
});

const changes = /^(?:table\.put|table\.remove|objects\.(?:put|replace)|sealedFiles\.|fileKeys\.|heads\.put)/;

describe('wherever it dies', () => {
  it.each([
    ['hr', 3],
    ['hr-2', 40],
  ] as const)(
    'the next start completes what %s did, and nothing is half done',
    { timeout: 600_000 },
    async (login, most) => {
      const start = copied(before);
      if (login === 'hr-2') await erase(processOn(start).ports, who, 'hr');
      const whole = copied(start);
      const undisturbed = processOn(whole);
      await erase(undisturbed.ports, who, login);
      const steps = [...undisturbed.steps];
      const expected = await whatIsLeft(whole, undisturbed.ports);
      // Between two changes nothing happens that could be left half done: before one is after the one before.
      const places = steps.flatMap((step, at) => (changes.test(step) && !step.includes('.get ') ? [at] : []));
      expect(places.length).toBeGreaterThan(most);
      for (const [at, when] of [[0, 'before'] as const, ...places.map((place) => [place, 'after'] as const)]) {
        const world = copied(start);
        await expect(erase(processOn(world, { at, when }).ports, who, login)).rejects.toThrow(Died);
        if (at % 5 === 0) {
          // Nobody starts anything: the command given again finishes before it answers.
          const { ports } = processOn(copied(world));
          await erase(ports, who, login);
          const { findings, behind } = await checkLedger(ports);
          const left = behind.filter(({ what }) => what === 'erasure');
          expect([findings, left], `again ${at} ${when}: ${steps[at]}`).toEqual([[], []]);
        }
        const again = processOn(world);
        await again.catchUp();
        const afterStart = (await checkLedger(again.ports)).findings;
        await erase(again.ports, who, login);
        const step = `step ${at} ${when}: ${steps[at]}`;
        expect(afterStart, step).toEqual([]);
        expect(await checkLedger(again.ports), step).toMatchObject({ findings: [], behind: [] });
        expect(await whatIsLeft(world, again.ports), step).toEqual(expected);
      }
    },
  );
});

describe('an erasure', () => {
  it('asked for is answered the same again where its term is not over any more, and is not carried out', async () => {
    const world = copied(before);
    const { ports } = processOn(world);
    const first = await erase(ports, who, 'hr');
    // As a clock that was ahead does, or evidence that came since.
    world.nowMs = Date.UTC(2032, 0, 15, 12);
    expect(await erase(ports, who, 'hr')).toEqual({ ...first, already: true });
    expect((await refusalOf(erase(ports, who, 'hr-2'))).code).toBe('evidence-kept');
  });

  it('takes two people of HR', async () => {
    const world = copied(before);
    const { ports } = processOn(world);
    expect((await refusalOf(erase(ports, who, 'finance-1'))).code).toBe('not-allowed');
    await erase(ports, who, 'hr');
    expect(await erase(ports, who, 'hr')).toMatchObject({ step: 'asked', already: true });
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('leaves a ledger in which everything else still verifies', async () => {
    const { ports } = await erased();
    const check = await checkLedger(ports);
    expect(check.findings).toEqual([]);
    expect(check.behind).toEqual([]);
    const { verification } = await readStatement(ports, who.company, '2025-0001', 'names');
    expect(verification.problems).toEqual([]);
    expect(verification.result).toBe('authentic');
  });

  it('leaves nothing of her: no name, no address, no row, no key, no line of who looked', async () => {
    const { world, ports } = await erased();
    expect(await findDeveloper(ports, who.company, who.developer)).toBeNull();
    const state = await readBook(ports, companyBook(who.company));
    const year = { from: '2025-01-01', to: '2025-12-31' };
    expect((await declaredTime(ports, state, year, who.developer)).entries).toEqual([]);
    expect((await declaredTime(ports, state, year)).entries.length).toBeGreaterThan(0);
    const texts = await everything(world, ports);
    const earlier = await everything(before, processOn(before).ports);
    for (const name of ['Vernois', 'alice@rail.example', 'R-1"', 'Compte rendu de réunion']) {
      expect(earlier.filter((text) => text.includes(name)).length, name).toBeGreaterThan(0);
      expect(
        texts.filter((text) => text.includes(name)),
        name,
      ).toEqual([]);
    }
  });

  it('leaves pages of finance that still answer, with what is left: the statement at totals', async () => {
    const { ports } = await erased();
    const by = await asPerson(ports, 'finance-1');
    const at = { company: who.company, companies: [who.company] };
    expect((await showStatements(ports, at)).statements).toMatchObject([{ number: '2025-0001' }]);
    const shown = await showStatement(ports, { company: who.company, statement: '2025-0001', by });
    expect(shown.number).toBe('2025-0001');
    const files = await statementFiles(ports, {
      ...{ company: who.company, number: '2025-0001', level: 'names', language: 'fr', by },
    });
    expect(new TextDecoder().decode(files.get('disclosures.txt'))).toBe('');
    // What the registrar decided is of nobody in particular.
    expect([...files.keys()].filter((name) => name.endsWith('.jsonl') && files.get(name)!.length > 0)).toEqual([
      'registry.jsonl',
    ]);
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('leaves exports to finance: the signed totals, which say that the ledger was not asked, the same bytes again', async () => {
    const world = copied(before);
    const { ports } = processOn(world);
    const by = await asPerson(ports, 'finance-1');
    const asked = { company: who.company, number: '2025-0001', format: 'xlsx', language: 'fr', by } as const;
    const textsOf = ({ bytes }: ExportedFile): string =>
      readCells(bytes)
        .map(({ value }) => value)
        .join('\n');
    const earlier = await exportStatement(ports, { ...asked, preset: 'full' });
    expect(textsOf(earlier)).toContain('Vernois');
    await erase(ports, who, 'hr');
    await erase(ports, who, 'hr-2');
    expect(await ports.sealedFiles.get(companyBook(who.company), earlier.sha256)).toBeNull();
    for (const preset of ['finance', 'full'] as const) {
      const file = await exportStatement(ports, { ...asked, preset });
      expect(textsOf(file)).not.toContain('Vernois');
      expect(textsOf(file)).toContain('fait des seuls fichiers signés');
      expect(readCells(file.bytes).filter(({ sheet }) => ['Personnes', 'Saisies'].includes(sheet))).toEqual([]);
      expect(await exportStatement(ports, { ...asked, preset })).toEqual({ ...file, already: true });
      const csv = await exportStatement(ports, { ...asked, preset, format: 'csv' });
      expect(new TextDecoder().decode(csv.bytes)).not.toContain('Vernois');
    }
  });

  it('answers the same a second time, by the identifier that it printed', async () => {
    const { ports } = await erased();
    expect(await erase(ports, who, 'hr')).toMatchObject({ step: 'erased', already: true });
  });
});
