// The life of a row, in process: files in, a verified statement out, every declared minute in one place.
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { ConfirmationAnswer } from '../../lib/model/confirmation.ts';
import { Refusal, type RefusalCode } from '../../lib/model/refusal.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { issueLink, revokeLink } from '../../lib/use-cases/issue-link.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { openLink, requireOpenLink } from '../../lib/use-cases/open-link.ts';
import { companyOf, developerOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { giveRoles, takeRoles } from '../../lib/use-cases/roles.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { acts, openForge, siren, timesheet } from './acts.ts';
import { processOn } from './process.ts';

const world = memoryWorld('life of a row');
openForge(world);
const { ports, catchUp } = processOn(world);
let company = '';
const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
const person = async (login: string): Promise<string> => (await enrolLogin(ports, login)).id;

const codeOf = async (act: Promise<unknown>): Promise<RefusalCode | 'none'> => {
  try {
    await act;
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

beforeAll(async () => {
  for (const act of acts) {
    await act.carryOut(ports);
    world.nowMs += 60_000;
  }
  company = await companyOf(ports, siren);
});

describe('the life of a row', () => {
  it('states each declared minute once, with what became of it', async () => {
    const { verification } = await readStatement(ports, company, '2025-0001', 'names');
    expect(verification.result).toBe('authentic');
    expect(verification.payload).toMatchObject({
      // Alice 7 h + 3 h 30, Bastien 5 h 15 + 2 h 15; the undone posting of the same file; nothing was corrected yet.
      minutes: {
        declared: 2 * (420 + 210 + 315 + 135),
        // Alice's Wednesday has a commit, which her Tuesday leads to; Bastien has linked nothing.
        counted: { agrees: 630, partly: 0, noTrace: 120 },
        awaiting: 0,
        withdrawn: 420 + 210 + 315 + 135,
      },
      refused: [
        { code: 'foundation-refused', ground: 'policy', minutes: 195 },
        { code: 'non-working-day', ground: 'policy', minutes: 135 },
      ],
      scheme: { code: 'digital-commons-investor', standing: 'proposed' },
      simulation: { reading: 'credit' },
      projects: [{ id: 'points', foundation: { id: 'rails', name: 'Rails' }, contributions: { count: 1 } }],
    });
    expect(verification.payload).not.toHaveProperty('relief');
    expect(verification.names?.map(({ name }) => name).sort()).toEqual(['Alice Vernois', 'Bastien Corvoisier']);
  });

  it('replaces it by a later statement after the correction, and tells so in the status of the first', async () => {
    const before = await readStatement(ports, company, '2025-0001', 'totals');
    expect(await codeOf(issueStatement(ports, { company, ...asked, by: await person('finance-2') }))).toBe('none');
    const prepared = await prepareStatement(ports, { company, ...asked, by: await person('finance-1') });
    expect(prepared.supersedes).toBe('2025-0001');
    const issued = await issueStatement(ports, { company, ...asked, by: await person('finance-2') });
    expect(issued).toMatchObject({ number: '2025-0002', supersedes: '2025-0001', already: false });
    const after = await readStatement(ports, company, '2025-0001', 'totals');
    expect(after.jws).toBe(before.jws);
    expect(after.verification).toMatchObject({ result: 'superseded', exitCode: 3 });
    const later = await readStatement(ports, company, '2025-0002', 'lines');
    expect(later.verification).toMatchObject({ result: 'authentic', payload: { supersedes: '2025-0001' } });
    expect(later.verification.payload?.minutes.withdrawn).toBe(1080 + 60);
    expect(later.verification.names).toBeNull();
  });

  it('answers the same question with the same answer, and writes nothing', async () => {
    const file = { name: 'autre-nom.csv', bytes: new TextEncoder().encode(timesheet) };
    const answer = await postTimesheet(ports, { company, by: await person('hr'), file, year: 2025, accept: [] });
    expect(answer).toMatchObject({ receipt: { alreadyPosted: true, minutes: 1080, entries: 4 } });
    const again = await prepareStatement(ports, { company, ...asked, by: await person('finance-1') });
    expect(again.issuedAs).toBe('2025-0002');
    expect(await issueStatement(ports, { company, ...asked, by: await person('finance-2') })).toMatchObject({
      number: '2025-0002',
      already: true,
    });
  });

  it('lets nobody do what is not hers to do', async () => {
    const { developer } = await developerOf(ports, company, 'R-1');
    const hr = await person('hr');
    const link = { level: 'totals', audience: 'A', emailDomain: 'impots.example', code: 'paper', days: 90 } as const;
    const finances = [
      prepareStatement(ports, { company, ...asked, by: hr }),
      issueStatement(ports, { company, ...asked, by: hr }),
      issueLink(ports, { company, number: '2025-0002', ...link, by: hr }),
      revokeLink(ports, { company, link: 'any', by: hr }),
      revokeStatement(ports, { company, number: '2025-0002', by: hr }),
    ];
    for (const act of finances) expect(await codeOf(act)).toBe('not-allowed');
    const { developer: other } = await developerOf(ports, company, 'R-2');
    const check = { company, developer, month: '2025-03', answer: 'checked', entries: null, comment: null } as const;
    expect(await codeOf(checkMonth(ports, { ...check, by: other }))).toBe('not-allowed');
    const answer = (by: string, more: { project?: string; answer?: ConfirmationAnswer; amount?: number | null } = {}) =>
      answerContributions(ports, {
        ...{ by, foundation: 'rails', company, developer, project: 'points', month: '2025-03' },
        ...{ answer: 'confirmed', amount: null, comment: null },
        ...more,
      });
    expect(await codeOf(answer(await person('finance-1')))).toBe('not-a-signatory');
    const signatory = await personOf(ports, 'signatory');
    expect(await codeOf(answer(signatory, { project: 'elsewhere' }))).toBe('unknown-project');
    expect(await codeOf(answer(signatory, { answer: 'partly', amount: 570 }))).toBe('amount-out-of-range');
    expect(await codeOf(answer(developer))).toBe('own-hours');
    await giveRoles(ports, signatory, company, ['hr']);
    expect(await codeOf(answer(signatory))).toBe('own-employer');
    await takeRoles(ports, signatory, company);
    const posted = await postTimesheet(ports, {
      ...{ company, by: await person('hr'), year: 2025, accept: [] },
      file: { name: 'mars.csv', bytes: new TextEncoder().encode(timesheet) },
    });
    const seq = 'receipt' in posted ? posted.receipt.timesheet : -1;
    expect(await codeOf(undoTimesheet(ports, { company, by: await person('hr'), timesheet: seq }))).toBe(
      'used-by-statement',
    );
  });

  it('says what stands in the way of a statement, and who mends it', async () => {
    const by = await person('finance-1');
    expect(await codeOf(prepareStatement(ports, { company, ...asked, fiscalYear: 2024, by }))).toBe('nothing-to-state');
    for (const act of [prepareStatement, issueStatement]) {
      const refusal = act(ports, { company, ...asked, scheme: 'cir-244-quater-b', by });
      await expect(refusal).rejects.toMatchObject({
        code: 'scheme-not-issued',
        detail: { fr: expect.stringContaining('n° 390652'), en: expect.stringContaining('lent staff do not count') },
      });
    }
    expect(await codeOf(prepareStatement(ports, { company, ...asked, scheme: 'lottery', by }))).toBe(
      'scheme-not-computed',
    );
    expect(await codeOf(issueStatement(ports, { company, ...asked, scheme: 'none', by }))).toBe('not-prepared');
    await prepareStatement(ports, { company, ...asked, scheme: 'none', by });
    expect(await codeOf(issueStatement(ports, { company, ...asked, scheme: 'none', by }))).toBe('same-person');
  });

  it('issues the contribution statement without amounts', async () => {
    const { number } = await issueStatement(ports, {
      company,
      ...asked,
      scheme: 'none',
      by: await person('finance-2'),
    });
    expect(number).toBe('2025-0003');
    const { verification } = await readStatement(ports, company, number, 'names');
    expect(verification.result).toBe('authentic');
    expect(verification.payload).not.toHaveProperty('simulation');
    expect(verification.payload).not.toHaveProperty('cost');
    expect(verification.names?.every(({ pay }) => pay.length === 0)).toBe(true);
  });

  it('opens an auditor’s link with secret, SIREN and code, and no other way', async () => {
    const link = await issueLink(ports, {
      ...{ company, by: await person('finance-2'), number: '2025-0002', level: 'lines' },
      ...{ audience: 'Vérification (exemple)', emailDomain: 'impots.example', code: 'paper', days: 90 },
    });
    const token = link.path.slice('/v/'.length);
    const right = { token, secret: link.secret, siren, code: link.code ?? '' };
    expect(await openLink(ports, right)).toMatchObject({ company, number: '2025-0002', level: 'lines' });
    const wrong = [
      { ...right, secret: link.secret.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { ...right, code: link.code === '000000' ? '000001' : '000000' },
      { ...right, siren: '999001373' },
      { ...right, token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` },
    ];
    for (const each of wrong) expect(await codeOf(openLink(ports, each))).toBe('unknown-link');
    await revokeLink(ports, { company, by: await person('finance-2'), link: link.link });
    expect(await codeOf(openLink(ports, right))).toBe('unknown-link');
    expect(await codeOf(requireOpenLink(ports, link.link))).toBe('unknown-link');
  });

  it('lets time wait again when the foundation takes its answer back, and answer anew', async () => {
    const { developer } = await developerOf(ports, company, 'R-1');
    const share = { by: await personOf(ports, 'signatory'), foundation: 'rails', company, developer };
    const asking = { ...share, project: 'points', month: '2025-03' };
    const first = await withdrawAnswer(ports, asking);
    expect(first).toMatchObject({ already: false, fact: { kind: 'confirmation-withdrawn' } });
    expect(await withdrawAnswer(ports, asking)).toMatchObject({ digest: first.digest, already: true });
    expect(await codeOf(withdrawAnswer(ports, { ...asking, month: '2025-04' }))).toBe('nothing-to-withdraw');
    const by = await person('finance-1');
    expect((await prepareStatement(ports, { company, ...asked, by })).content.time.minutes.awaiting).toBe(570);
    await answerContributions(ports, { ...asking, answer: 'confirmed', amount: null, comment: null });
    const again = await prepareStatement(ports, { company, ...asked, by });
    expect(again.content.time.minutes.awaiting).toBe(0);
  });

  it('tells that a revoked statement is revoked, and keeps its text', async () => {
    await revokeStatement(ports, { company, by: await person('finance-2'), number: '2025-0003' });
    const { verification } = await readStatement(ports, company, '2025-0003', 'totals');
    expect(verification).toMatchObject({ result: 'revoked', exitCode: 3 });
  });

  it('leaves a ledger in which everything agrees, and a second start that has nothing to do', async () => {
    await catchUp();
    expect((await checkLedger(ports, {})).findings).toEqual([]);
  });
});
