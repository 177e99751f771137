// Whose commits are whose: HR proposes, she alone links; one pid over her employers, and her time claimed in its book.
import { describe, expect, it } from 'vitest';
import { authorHash } from '../../lib/matching/contribution-rows.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { type ClaimedDay, claimAll, claimTime, otherClaims } from '../../lib/use-cases/claim-time.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { authorOf, identitiesOf } from '../../lib/use-cases/identities.ts';
import { companyBook, personBook, pidsOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { previewTimesheet } from '../../lib/use-cases/preview-timesheet.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { lend, organisation } from './organisation.ts';
import { accept, type Employed, employer, home, link, start, vouch, withdraw } from './two-employers.ts';

async function post(
  ports: Ports,
  { company, hr, matricule }: Employed,
  ...days: readonly (readonly [string, string])[]
) {
  const lines = days.map(([day, hours]) => `${matricule};${day};rail;${hours}`);
  const file = csvFile('Matricule;Date;Projet;Heures', ...lines);
  const answer = await postTimesheet(ports, { company, by: hr, file, year: 2025, accept: [] });
  if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
  return answer.receipt.timesheet;
}

const elsewhere = async (ports: Ports, { company, developer }: Employed): Promise<readonly ClaimedDay[]> =>
  (await otherClaims(ports, company, developer)).claims;
const kinds = async (ports: Ports, pid: string): Promise<string[]> =>
  (await factsOf(ports, personBook(pid))).map(({ kind }) => kind);

describe('time about to be posted', () => {
  it('is seen beside what another employer declared: as a code and minutes, and nothing of whose', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    await link(ports, ministry);
    await post(ports, ministry, ['04/03/2025', '6,20']);
    const file = csvFile('Matricule;Date;Projet;Heures', `${rail.matricule};04/03/2025;rail;5,20`);
    const { problems } = await previewTimesheet(ports, { company: rail.company, file, year: 2025 });
    const finding = problems.find(({ code }) => code === 'day-over-maximum-across-employers');
    expect(finding).toMatchObject({ severity: 'confirm', row: 2 });
    expect(finding?.detail.fr).toContain('1 h 24 de plus');
    for (const word of [ministry.company, ministry.matricule, 'M-304', '999001746', '6 h 12']) {
      expect(JSON.stringify(problems)).not.toContain(word);
    }
  });
});

describe('an address that HR vouches for', () => {
  it('is a proposal under its keyed hash, and no fact', async () => {
    const { ports, rail } = await start();
    const before = (await factsOf(ports, companyBook(rail.company))).length;
    expect(await vouch(ports, rail)).toMatchObject({ written: 1, unchanged: 0 });
    expect(await vouch(ports, rail)).toMatchObject({ written: 0, unchanged: 1 });
    expect(await factsOf(ports, companyBook(rail.company))).toHaveLength(before);
    const key = await ports.saltKeys.of('installation/authors');
    const author = authorHash(ports.primitives.hmacSha256, key, 'JO@webmail.example ');
    expect(await identitiesOf(ports, rail.company, rail.developer)).toEqual([
      { author, about: 'address', address: home, linked: false, proven: false, since: '2025-01-01', until: null },
    ]);
    expect(
      await ports.directory.get(`${companyBook(rail.company)}/${rail.developer}`, 'identity-proposal', author),
    ).toEqual({
      ...{ developer: rail.developer, author, about: 'address', address: home, source: 'employer', because: null },
      ...{ since: '2025-01-01', until: null, by: rail.hr },
      vouchedAt: '2026-01-15T09:00:00.000Z',
    });
  });

  it('is refused for staff numbers that nobody has', async () => {
    const { ports, rail } = await start();
    const refusal = await refusalOf(vouch(ports, { ...rail, matricule: 'X-1' }));
    expect(refusal.code).toBe('unknown-developer');
  });

  it('stays vouched for when a later secondments file names it again', async () => {
    const { ports, rail } = await start();
    await vouch(ports, rail);
    await lend(ports, rail, rail.matricule, home);
    expect((await accept(ports, rail)).already).toBe(false);
  });

  it('is linked by herself alone', async () => {
    const { ports, rail } = await start();
    await vouch(ports, rail);
    const author = await authorOf(ports, home);
    for (const by of [rail.hr, 'de-somebody']) {
      const act = acceptIdentity(ports, { company: rail.company, developer: rail.developer, by, author });
      expect((await refusalOf(act)).code).toBe('not-allowed');
    }
    const colleague = await lend(ports, rail, 'R-107', 'noa@rail.example');
    const act = acceptIdentity(ports, { company: rail.company, developer: colleague, by: colleague, author });
    expect((await refusalOf(act)).code).toBe('not-allowed');
  });

  it('is not linked on the strength of a secondments file', async () => {
    const { ports, rail } = await start();
    expect((await refusalOf(accept(ports, rail))).code).toBe('not-allowed');
  });
});

describe('a linked identity', () => {
  it('makes a pid, once however often it is accepted', async () => {
    const { ports, rail } = await start();
    await vouch(ports, rail);
    const first = await accept(ports, rail);
    expect(first).toMatchObject({ already: false, claims: 0 });
    expect(await accept(ports, rail)).toEqual({ pid: first.pid, already: true, claims: 0 });
    expect(await kinds(ports, first.pid)).toEqual(['identity-proven']);
    expect(await identitiesOf(ports, rail.company, rail.developer)).toMatchObject([{ address: home, linked: true }]);
  });

  it('shared by two employers is one pid, with a proof from each', async () => {
    const { ports, rail, ministry } = await start();
    const pid = await link(ports, rail);
    expect(await link(ports, ministry)).toBe(pid);
    expect(await pidsOf(ports, ministry.company, ministry.developer)).toEqual([pid]);
    expect(await kinds(ports, pid)).toEqual(['identity-proven', 'identity-proven']);
  });

  it('may be withdrawn and linked again, each once', async () => {
    const { ports, rail } = await start();
    const pid = await link(ports, rail);
    expect(await withdraw(ports, rail)).toEqual({ already: false });
    expect(await withdraw(ports, rail)).toEqual({ already: true });
    const linked = { linked: true, proven: false, since: '2025-01-01', until: '2026-01-15' };
    expect(await identitiesOf(ports, rail.company, rail.developer)).toMatchObject([linked]);
    expect(await accept(ports, rail)).toMatchObject({ pid, already: false });
    expect(await accept(ports, rail)).toMatchObject({ pid, already: true });
    expect(await kinds(ports, pid)).toEqual(['identity-proven', 'identity-withdrawn', 'identity-proven']);
  });

  it('accepted at the same time as another one is linked like that one', async () => {
    const { ports, rail } = await start();
    let draws = 0;
    // Two people at two machines draw different bytes.
    const random = { bytes: (n: number, purpose: string) => ports.random.bytes(n, `${purpose} ${draws++}`) };
    const other = 'jo@rail.example';
    await vouch(ports, rail);
    await vouch(ports, rail, other);
    const [one, two] = await Promise.all([home, other].map((each) => accept({ ...ports, random }, rail, each)));
    expect(new Set(await pidsOf(ports, rail.company, rail.developer))).toEqual(new Set([one!.pid, two!.pid]));
    const linked = (await identitiesOf(ports, rail.company, rail.developer)).filter((each) => each.linked);
    expect(linked).toHaveLength(2);
  });

  it('withdrawn is free for the person whose it is', async () => {
    const { ports, rail, ministry } = await start();
    const pid = await link(ports, rail);
    await withdraw(ports, rail, home, null);
    expect(await link(ports, ministry)).not.toBe(pid);
  });

  it('withdrawn from one pid and linked to another that was joined to it is withdrawn where it holds', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    await link(ports, ministry, 'jo@ministere.example');
    await withdraw(ports, rail, home, null);
    await link(ports, ministry);
    await link(ports, rail, 'jo@ministere.example');
    const isLinked = async (): Promise<boolean> => {
      const author = await authorOf(ports, home);
      return (await identitiesOf(ports, rail.company, rail.developer)).some(
        (one) => one.author === author && one.linked,
      );
    };
    expect(await isLinked()).toBe(true);
    expect(await withdraw(ports, rail, home, null)).toEqual({ already: false });
    expect(await isLinked()).toBe(false);
    expect(await withdraw(ports, rail, home, null)).toEqual({ already: true });
  });

  it('that is not hers cannot be withdrawn by her', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    expect((await refusalOf(withdraw(ports, ministry))).code).toBe('not-allowed');
  });

  it('held by somebody else is refused without a proof, and to a colleague of the same company with one', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    expect((await refusalOf(accept(ports, ministry))).code).toBe('identity-held-by-another');
    const colleague = { ...rail, matricule: 'R-107', developer: await lend(ports, rail, 'R-107', home) };
    await vouch(ports, colleague);
    expect((await refusalOf(accept(ports, colleague))).code).toBe('identity-held-by-another');
    expect(await pidsOf(ports, colleague.company, colleague.developer)).toEqual([]);
  });
});

describe('declared time', () => {
  it('is claimed day by day in the book of a person with an identity, and nowhere without one', async () => {
    const { ports, rail } = await start();
    await post(ports, rail, ['03/02/2025', '7,00']);
    const pid = await link(ports, rail);
    await post(ports, rail, ['04/02/2025', '2,50'], ['05/02/2025', '3,00']);
    expect(await kinds(ports, pid)).toEqual(['identity-proven', 'time-claimed', 'time-claimed']);
    const text = JSON.stringify(await factsOf(ports, personBook(pid)));
    expect(text).not.toContain('2025-02');
    expect(await claimAll(ports, rail.company, rail.developer)).toBe(0);
  });

  it('of other employers is told as amounts by day, never as names, with the heads that were read', async () => {
    const { ports, rail, ministry } = await start();
    const pid = await link(ports, rail);
    await link(ports, ministry);
    await post(ports, rail, ['03/02/2025', '7,00'], ['04/02/2025', '1,00']);
    await post(ports, ministry, ['03/02/2025', '2,00']);
    await post(ports, ministry, ['03/02/2025', '0,50']);
    expect(await elsewhere(ports, rail)).toEqual([{ day: '2025-02-03', unit: 'minute', amount: 150 }]);
    const { claims, heads } = await otherClaims(ports, ministry.company, ministry.developer);
    expect(claims).toEqual([
      { day: '2025-02-03', unit: 'minute', amount: 420 },
      { day: '2025-02-04', unit: 'minute', amount: 60 },
    ]);
    const { book, seq, digest } = (await readBook(ports, personBook(pid))).head;
    expect(heads).toEqual([{ book, seq, digest }]);
  });

  it('of other employers is read from facts alone, so that no view knows more than the heads that are named', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    await link(ports, ministry);
    await post(ports, rail, ['03/02/2025', '7,00']);
    const noView = (): never => {
      throw new Error('a view was read');
    };
    const blind: Ports = { ...ports, readViews: { get: noView, list: noView } };
    expect(await elsewhere(blind, ministry)).toEqual([{ day: '2025-02-03', unit: 'minute', amount: 420 }]);
  });

  it('taken back by an undo or a correction is taken back there too', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, rail);
    await link(ports, ministry);
    const { company, hr, developer } = rail;
    const timesheet = await post(ports, rail, ['03/02/2025', '7,00']);
    await post(ports, rail, ['04/02/2025', '3,00']);
    await correctTime(ports, {
      ...{ company, by: hr, developer, day: '2025-02-04', project: 'rail', unit: 'minute' },
      ...{ delta: -60, reason: 'Réunion interne.' },
    });
    expect(await elsewhere(ports, ministry)).toMatchObject([{ amount: 420 }, { amount: 120 }]);
    const { fact } = await undoTimesheet(ports, { company, by: hr, timesheet });
    expect(await elsewhere(ports, ministry)).toMatchObject([{ day: '2025-02-04', amount: 120 }]);
    expect(await claimTime(ports, companyBook(company), fact.seq)).toBe(0);
  });

  it('posted and undone before the identity was proven leaves nothing, and the same file posted again counts', async () => {
    const { ports, rail, ministry } = await start();
    await link(ports, ministry);
    const { company, hr } = rail;
    const timesheet = await post(ports, rail, ['03/02/2025', '7,00']);
    await undoTimesheet(ports, { company, by: hr, timesheet });
    await vouch(ports, rail);
    expect((await accept(ports, rail)).claims).toBe(2);
    expect(await elsewhere(ports, ministry)).toEqual([]);
    await post(ports, rail, ['03/02/2025', '7,00']);
    expect(await elsewhere(ports, ministry)).toMatchObject([{ amount: 420 }]);
  });

  it('of two pids that a proof joins is seen from both sides', async () => {
    const { ports, rail, ministry } = await start();
    const [work, desk] = ['jo@rail.example', 'jo@ministere.example'];
    const first = await link(ports, rail, work);
    const second = await link(ports, ministry, desk);
    expect(second).not.toBe(first);
    await post(ports, rail, ['03/02/2025', '7,00']);
    await post(ports, ministry, ['03/02/2025', '2,00']);
    expect(await elsewhere(ports, rail)).toEqual([]);
    expect(await link(ports, ministry, work)).toBe(first);
    expect(await pidsOf(ports, ministry.company, ministry.developer)).toEqual([second, first]);
    expect(await elsewhere(ports, rail)).toMatchObject([{ amount: 120 }]);
    expect(await elsewhere(ports, ministry)).toMatchObject([{ amount: 420 }]);
    const { heads } = await otherClaims(ports, rail.company, rail.developer);
    expect(heads.map(({ book }) => book)).toEqual([personBook(first), personBook(second)]);
  });
});

it('accepting dies at any await, and the next try ends with the same books', async () => {
  const prepared = async () => {
    const { ports, world } = testLedger();
    await organisation(ports);
    const rail = await employer(ports, '999001001', 'R-106', home);
    await post(ports, rail, ['03/02/2025', '7,00'], ['04/02/2025', '1,00']);
    await vouch(ports, rail);
    return { ports, world, rail };
  };
  const whole = await prepared();
  const { pid } = await accept(testLedger({ world: whole.world }).ports, whole.rail);
  const expected = await factsOf(whole.ports, personBook(pid));
  const counting = testLedger({ world: (await prepared()).world });
  await accept(counting.ports, whole.rail);
  for (let at = 0; at < counting.steps.length; at += 1) {
    for (const when of ['before', 'after'] as const) {
      const { world, rail } = await prepared();
      await accept(testLedger({ world, faults: { at, when } }).ports, rail).catch(() => undefined);
      const { ports } = testLedger({ world });
      await accept(ports, rail);
      expect(await factsOf(ports, personBook(pid)), `${when} ${counting.steps[at]}`).toEqual(expected);
    }
  }
}, 60_000);
