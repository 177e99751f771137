// The same lawful act said again after something came in between is a new act: nobody is told that it was done long ago.
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { identitiesOf } from '../../lib/use-cases/identities.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyBook, companyOf, developerOf, enrolPerson, personOf } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { corroborationsOf } from '../../lib/use-cases/statement-sources.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { withdrawIdentity } from '../../lib/use-cases/withdraw-identity.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';
import { beforePreparing, openForge, siren } from './acts.ts';
import { processOn } from './process.ts';

const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;

let ports: Ports;
let company: string;
let developer: string;
let first: string;
let second: string;

beforeEach(async () => {
  const world = memoryWorld('said again');
  openForge(world);
  ({ ports } = processOn(world));
  await beforePreparing(ports);
  company = await companyOf(ports, siren);
  ({ developer } = await developerOf(ports, company, 'R-1'));
  first = (await enrolPerson(ports, 'finance-1', 'finance-1')).id;
  second = (await enrolPerson(ports, 'finance-2', 'finance-2')).id;
});

const check = (answer: 'checked' | 'contested') =>
  checkMonth(ports, { company, by: developer, developer, month: '2025-03', answer, entries: null, comment: null });
const prepare = () => prepareStatement(ports, { company, ...asked, by: first });
const issue = () => issueStatement(ports, { company, ...asked, by: second });

describe('a statement', () => {
  it('is prepared anew when the books say again what they said before', async () => {
    const before = await prepare();
    await check('contested');
    const between = await prepare();
    expect(between.computation).not.toBe(before.computation);
    await check('checked');
    const after = await prepare();
    expect(after.computation).toBe(before.computation);
    expect(after.prepared).toBeGreaterThan(between.prepared);
    expect(await issue()).toMatchObject({ number: '2025-0001', already: false });
    expect(await prepare()).toMatchObject({ prepared: after.prepared, issuedAs: '2025-0001' });
  });

  it('that was revoked is prepared and issued again under the next number', async () => {
    await prepare();
    await issue();
    await revokeStatement(ports, { company, by: second, number: '2025-0001' });
    await expect(issue()).rejects.toMatchObject({ code: 'not-prepared' });
    expect(await prepare()).toMatchObject({ issuedAs: null, supersedes: null });
    expect(await issue()).toMatchObject({ number: '2025-0002', supersedes: null, already: false });
    const { verification } = await readStatement(ports, company, '2025-0001', 'totals');
    expect(verification.result).toBe('revoked');
  });

  it('does not replace one that was revoked since it was prepared', async () => {
    await prepare();
    await issue();
    await check('contested');
    await prepare();
    await revokeStatement(ports, { company, by: second, number: '2025-0001' });
    await expect(issue()).rejects.toMatchObject({ code: 'books-moved' });
    expect(await prepare()).toMatchObject({ supersedes: null });
    expect(await issue()).toMatchObject({ number: '2025-0002', supersedes: null });
  });

  it('of another period that has days of a current one in it is neither prepared nor issued', async () => {
    const half = { ...asked, period: { from: '2025-01-01', to: '2025-06-30' } };
    const otherYear = prepareStatement(ports, { company, ...half, fiscalYear: 2026, by: first });
    await expect(otherYear).rejects.toMatchObject({ code: 'invalid-input' });
    await sayNoOtherAid(ports, { company, by: first, year: half.period });
    await prepareStatement(ports, { company, ...half, by: first });
    await prepare();
    await issue();
    const refused = { code: 'period-already-stated' };
    await expect(issueStatement(ports, { company, ...half, by: second })).rejects.toMatchObject(refused);
    await expect(prepareStatement(ports, { company, ...half, by: first })).rejects.toMatchObject(refused);
    // Without amounts nothing is claimed twice; and a revoked one claims nothing.
    await prepareStatement(ports, { company, ...half, scheme: 'none', by: first });
    await revokeStatement(ports, { company, by: second, number: '2025-0001' });
    expect(await issueStatement(ports, { company, ...half, by: second })).toMatchObject({ number: '2025-0002' });
  });
});

describe('what the traces say', () => {
  it('looks at the days on which an identity was hers: it ends after the work, or before it', async () => {
    const match = () => corroborate(ports, { company, by: first, period: wholeMonth('2025-03') });
    const { author } = (await identitiesOf(ports, company, developer)).find(({ linked }) => linked)!;
    const agreeing = async (until: string): Promise<number> => {
      await withdrawIdentity(ports, { company, by: developer, developer, author, until });
      await match();
      const found = await corroborationsOf(ports, await readBook(ports, companyBook(company)), ['2025-03'], developer);
      return [...found.values()].filter(({ verdict }) => verdict === 'agrees').length;
    };
    expect(await agreeing('2025-03-31')).toBeGreaterThan(0);
    expect(await agreeing('2025-02-28')).toBe(0);
  });

  it('is recorded anew when an address is unlinked and linked again', async () => {
    const match = () => corroborate(ports, { company, by: first, period: wholeMonth('2025-03') });
    const verdicts = async () => {
      const state = await readBook(ports, companyBook(company));
      const found = await corroborationsOf(ports, state, ['2025-03'], developer);
      return [...found.values()].map(({ verdict }) => verdict).sort();
    };
    const { author } = (await identitiesOf(ports, company, developer)).find(({ linked }) => linked)!;
    const own = { company, by: developer, developer, author };
    const before = await verdicts();
    expect(before).toContain('agrees');
    await withdrawIdentity(ports, { ...own, until: null });
    await match();
    expect(await verdicts()).not.toContain('agrees');
    await acceptIdentity(ports, own);
    expect(await match()).toMatchObject({ already: false });
    expect(await verdicts()).toEqual(before);
    expect(await match()).toMatchObject({ already: true });
  });
});

describe('the foundation', () => {
  it('that takes its last answer back has none, whatever it said before that one', async () => {
    const by = await personOf(ports, 'signatory');
    const share = { by, foundation: 'rails', company, developer, project: 'points', month: '2025-03' };
    const answer = (what: 'confirmed' | 'disputed') =>
      answerContributions(ports, { ...share, answer: what, amount: null, comment: null });
    const awaiting = async () => (await prepare()).content.time.minutes.awaiting;
    expect(await awaiting()).toBe(0);
    await answer('disputed');
    const { digest } = await withdrawAnswer(ports, share);
    expect(await awaiting()).toBe(630);
    // Asked again by somebody who heard no answer: the same fact.
    expect(await withdrawAnswer(ports, share)).toMatchObject({ digest, already: true });
    expect(await answer('confirmed')).toMatchObject({ already: false });
    expect(await awaiting()).toBe(0);
  });
});
