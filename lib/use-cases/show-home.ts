// What awaits somebody in each of her roles, as cards of the home page.
import type { ErasureAskedView, ProfileView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { blockingIn, fiscalYearsOf, schemesFor } from './fiscal-years.ts';
import { awaitsAnswer, foundationShares } from './foundation-shares.ts';
import { identitiesOf, proposalsOf } from './identities.ts';
import { companyName } from './names.ts';
import { peopleErased } from './not-erased.ts';
import { requireOpenLink } from './open-link.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { peopleWithoutTime } from './seconded.ts';
import { showMonths } from './show-months.ts';
import { giftsAwaiting } from './show-receipts.ts';
import { lastMonth } from './show-timesheets.ts';
import { foundationName } from './statement-sources.ts';
import { statementsOf } from './statements-of.ts';

type HomePorts = BookPorts & DirectoryPorts & Pick<Ports, 'clock'>;

/** As a session carries it. */
interface Held {
  readonly role: 'auditor' | 'hr' | 'developer' | 'foundation' | 'finance' | 'registrar';
  readonly company?: string | undefined;
  readonly foundation?: string | undefined;
  readonly link?: string | undefined;
}

async function hrCard(ports: HomePorts, company: string) {
  const month = lastMonth(ports);
  const state = await readBook(ports, companyBook(company));
  const without = await peopleWithoutTime(state, month);
  const erased = await peopleErased(state);
  const asked = (await state.list('erasures-asked')).map(({ value }) => value as unknown as ErasureAskedView);
  const { name } = await companyName(ports, company);
  return {
    role: 'hr' as const,
    ...{ company, at: name },
    month,
    peopleWithoutTime: without.length,
    erasuresAsked: asked.filter(({ developer }) => !erased.has(developer)).length,
  };
}

async function developerCard(ports: HomePorts, company: string, developer: string) {
  const months = await showMonths(ports, { company, developer });
  const open = (await identitiesOf(ports, company, developer)).filter((one) => !one.linked);
  const proposals = (await proposalsOf(ports, company, developer)).filter(
    ({ author, vouchedAt }) => vouchedAt !== null && open.some((one) => one.author === author),
  );
  return {
    role: 'developer' as const,
    at: (await companyName(ports, company)).name,
    monthsToCheck: months.filter(({ state }) => state === 'to-check').length,
    identitiesProposed: proposals.length,
  };
}

async function foundationCard(ports: HomePorts, foundation: string) {
  const { registry, lenders } = await foundationShares(ports, foundation);
  return {
    role: 'foundation' as const,
    foundation,
    at: await foundationName(registry, foundation),
    linesAwaiting: lenders.flatMap(({ shares }) => shares.filter(awaitsAnswer)).length,
    giftsAwaiting: (await giftsAwaiting(ports, foundation)).flatMap(({ gifts }) => gifts).length,
  };
}

/** What blocks is counted for years without a statement: the others were prepared once. */
async function financeCard(ports: HomePorts, company: string) {
  const state = await readBook(ports, companyBook(company));
  const profile = latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  const statements = await statementsOf(state);
  const stated = new Set(statements.map(({ prepared }) => prepared.fiscalYear));
  let blocking = 0;
  for (const fiscalYear of await fiscalYearsOf(state, profile)) {
    if (stated.has(fiscalYear)) continue;
    blocking += (await blockingIn(ports, { company, fiscalYear, scheme: schemesFor(profile)[0]! })).length;
  }
  const toIssue = statements.filter(({ issued }) => issued === null).length;
  return { role: 'finance' as const, at: profile.name, toIssue, blocking };
}

/** A link that was revoked or has expired awaits nobody. */
async function auditorCards(ports: HomePorts, link: string) {
  try {
    const { company } = await requireOpenLink(ports, link);
    return [{ role: 'auditor' as const, at: (await companyName(ports, company)).name, link }];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** @param asked her id and the roles of her session, in whose order the cards come */
export async function showHome(ports: HomePorts, asked: { readonly person: string; readonly roles: readonly Held[] }) {
  const cards = await Promise.all(
    asked.roles.map(async ({ role, company, foundation, link }) => {
      if (role === 'hr' && company !== undefined) return [await hrCard(ports, company)];
      if (role === 'developer' && company !== undefined) return [await developerCard(ports, company, asked.person)];
      if (role === 'foundation' && foundation !== undefined) return [await foundationCard(ports, foundation)];
      if (role === 'finance' && company !== undefined) return [await financeCard(ports, company)];
      if (role === 'auditor' && link !== undefined) return auditorCards(ports, link);
      return role === 'registrar' ? [{ role }] : [];
    }),
  );
  return cards.flat();
}
