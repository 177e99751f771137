// From which day to which an identity is somebody's: leaving and coming back, an address given on, an employer that ends its word.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { authorOf, identitiesOf } from '../../lib/use-cases/identities.ts';
import { linkIdentity } from '../../lib/use-cases/link-identity.ts';
import { personBook, pidsOf } from '../../lib/use-cases/people.ts';
import { factsOf, refusalOf } from './ledger.ts';
import { lend } from './organisation.ts';
import { accept, type Employed, home, link, start, vouch, withdraw } from './two-employers.ts';

const daysOf = async (ports: Ports, { company, developer }: Employed) =>
  (await identitiesOf(ports, company, developer))
    .filter(({ linked }) => linked)
    .map(({ since, until }) => `${since} ${until ?? '…'}`);

/** A proof of her own, which a use case has checked. */
async function prove(
  ports: Ports,
  { company, developer }: Employed,
  since: string,
  more: { readonly until?: string; readonly isSamePerson?: boolean } = {},
) {
  return linkIdentity(ports, {
    ...{ author: await authorOf(ports, home), about: 'address', proof: 'address-code', company, developer },
    ...{ since, until: more.until ?? null, by: developer, isSamePerson: more.isSamePerson ?? false },
  });
}

describe('leaving and coming back', () => {
  it('leaves two intervals of one identity in one book', async () => {
    const { ports, rail } = await start();
    const pid = await link(ports, rail);
    await withdraw(ports, rail, home, '2025-06-30');
    expect(await daysOf(ports, rail)).toEqual(['2025-01-01 2025-06-30']);
    await vouch(ports, rail, home, '01/12/2025');
    expect((await accept(ports, rail)).pid).toBe(pid);
    expect(await daysOf(ports, rail)).toEqual(['2025-01-01 2025-06-30', '2025-12-01 …']);
  });

  it('what she gave up stays given up when she accepts the same word again', async () => {
    const { ports, rail } = await start();
    await link(ports, rail);
    await withdraw(ports, rail, home, '2025-06-30');
    await accept(ports, rail);
    expect(await daysOf(ports, rail)).toEqual(['2025-01-01 …']);
    await withdraw(ports, rail, home, null);
    expect(await daysOf(ports, rail)).toEqual([]);
  });

  it('a last day that is still to come is refused, and one later than the last changes nothing', async () => {
    const { ports, rail } = await start();
    const pid = await link(ports, rail);
    expect((await refusalOf(withdraw(ports, rail, home, '2026-01-16'))).code).toBe('not-allowed');
    await withdraw(ports, rail, home, '2025-06-30');
    expect(await withdraw(ports, rail, home, '2025-09-30')).toEqual({ already: true });
    expect(await factsOf(ports, personBook(pid))).toHaveLength(2);
  });

  it('what she unlinked is not proposed to her again by the same word', async () => {
    const { ports, rail } = await start();
    await link(ports, rail);
    await withdraw(ports, rail, home, null);
    expect(await identitiesOf(ports, rail.company, rail.developer)).toEqual([]);
  });
});

describe('an address of the company given to the next person', () => {
  async function handedOn() {
    const ledger = await start();
    const { ports, rail } = ledger;
    const first = await link(ports, rail);
    const next = { ...rail, matricule: 'R-107', developer: await lend(ports, rail, 'R-107', 'noa@rail.example') };
    return { ...ledger, first, next };
  }

  it('is another person’s from her first day on, once the first one’s last day is said by HR', async () => {
    const { ports, rail, first, next } = await handedOn();
    await vouch(ports, next, home, '01/09/2025');
    expect((await refusalOf(accept(ports, next))).code).toBe('identity-held-by-another');
    await vouch(ports, rail, home, '01/01/2025', '31/08/2025');
    const { pid } = await accept(ports, next);
    expect(pid).not.toBe(first);
    expect(await daysOf(ports, rail)).toEqual(['2025-01-01 2025-08-31']);
    expect(await daysOf(ports, next)).toEqual(['2025-09-01 …']);
    const [, ended] = await factsOf(ports, personBook(first));
    expect(ended).toMatchObject({ kind: 'identity-withdrawn', by: rail.hr, data: { company: rail.company } });
  });

  it('is another person’s once she unlinked it herself, on the days after', async () => {
    const { ports, rail, first, next } = await handedOn();
    await withdraw(ports, rail, home, '2025-08-31');
    await vouch(ports, next, home, '31/08/2025');
    expect((await refusalOf(accept(ports, next))).code).toBe('identity-held-by-another');
    await vouch(ports, next, home, '01/09/2025');
    expect((await accept(ports, next)).pid).not.toBe(first);
  });

  it('stays the first one’s where she proved it herself: an employer ends its own word and no other', async () => {
    const { ports, rail, next } = await handedOn();
    await prove(ports, rail, '2025-01-01');
    await vouch(ports, rail, home, '01/01/2025', '31/08/2025');
    expect(await daysOf(ports, rail)).toEqual(['2025-01-01 …']);
    await vouch(ports, next, home, '01/09/2025');
    expect((await refusalOf(accept(ports, next))).code).toBe('identity-held-by-another');
  });

  it('is not hers by a proof alone, while the first one’s last day is unknown: a mailbox passes from hand to hand', async () => {
    const { ports, next } = await handedOn();
    expect((await refusalOf(prove(ports, next, '2025-09-01'))).code).toBe('identity-held-by-another');
    expect(await pidsOf(ports, next.company, next.developer)).toEqual([]);
  });

  it('makes one person of two staff numbers where she proves it and says so', async () => {
    const { ports, first, next } = await handedOn();
    expect((await prove(ports, next, '2025-09-01', { isSamePerson: true })).pid).toBe(first);
    expect(await daysOf(ports, next)).toEqual(['2025-01-01 …']);
  });
});

describe('a proof', () => {
  it('makes one person of the aliases of two employers, and links both books where each had one', async () => {
    const { ports, rail, ministry } = await start();
    const first = await link(ports, rail);
    const second = await link(ports, ministry, 'jo@ministere.example');
    expect(second).not.toBe(first);
    await prove(ports, ministry, '2025-01-01');
    expect(new Set(await pidsOf(ports, ministry.company, ministry.developer))).toEqual(new Set([first, second]));
    expect((await identitiesOf(ports, rail.company, rail.developer)).filter(({ linked }) => linked)).toHaveLength(2);
  });

  it('of her own is more than another employer’s word: that word needs a proof too', async () => {
    const { ports, rail, ministry } = await start();
    const { pid } = await prove(ports, rail, '2025-01-01');
    await vouch(ports, ministry);
    expect((await refusalOf(accept(ports, ministry))).code).toBe('identity-held-by-another');
    expect((await prove(ports, ministry, '2025-01-01')).pid).toBe(pid);
  });

  it('of what her employer only named is enough; a yes to it afterwards asks for no other person', async () => {
    const { ports, rail } = await start();
    await prove(ports, rail, '2025-01-01');
    const act = acceptIdentity(ports, {
      ...{ company: rail.company, developer: rail.developer, by: rail.developer },
      author: await authorOf(ports, home),
    });
    expect((await refusalOf(act)).code).toBe('not-allowed');
  });

  it('of days that are over leaves the identity free for whoever has it now', async () => {
    const { ports, rail, ministry } = await start();
    const { pid } = await prove(ports, rail, '2024-01-01', { until: '2024-12-31' });
    expect((await prove(ports, ministry, '2025-01-01')).pid).not.toBe(pid);
  });

  it('given twice is one fact', async () => {
    const { ports, rail } = await start();
    const { pid } = await prove(ports, rail, '2025-01-01');
    expect(await prove(ports, rail, '2025-01-01')).toMatchObject({ pid, already: true });
    expect(await factsOf(ports, personBook(pid))).toHaveLength(1);
  });
});

it('a noreply address with a number is the account: another login of the same number is the same identity', async () => {
  const { ports, rail } = await start();
  await vouch(ports, rail, '12345+jo@users.noreply.github.com');
  const author = await authorOf(ports, '12345+jo-renamed@users.noreply.github.com');
  const { company, developer } = rail;
  await acceptIdentity(ports, { company, developer, by: developer, author });
  const known = await identitiesOf(ports, company, developer);
  expect(known.find((one) => one.author === author)).toMatchObject({ about: 'account', linked: true });
});
