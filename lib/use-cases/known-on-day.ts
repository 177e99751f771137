// What the ledger would have answered on a day: the same books, read up to that day's last fact, under the same scheme and period.
import type { PreparedView, ProfileView, StatementView } from '../ledger/views/company-views.ts';
import { type Day, isWithin, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { TimeByState } from '../statement/payload.ts';
import { assessCompany } from './assess-company.ts';
import { type BookPorts, type BookState, foldWhile } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOn } from './company-profile.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { issuedScheme } from './statement-asked.ts';
import { timeByState } from './statement-content.ts';
import { registeredOf, statementSources } from './statement-sources.ts';

export interface KnownOnDay {
  readonly day: Day;
  /** Facts of the company's book up to that day's end in Paris. */
  readonly facts: number;
  /** Null where the ledger knew nothing that could be assessed. */
  readonly time: TimeByState | null;
  /** Of the statement asked about: null before it was issued. */
  readonly state: StatementView['state'] | null;
}

/** @returns the book as it stood when the day ended in Paris */
const bookOnDay = (ports: BookPorts, book: string, day: Day): Promise<BookState> =>
  foldWhile(ports, book, ({ at }) => parisDayOf(Date.parse(at)) <= day);

async function timeThen(
  ports: BookPorts & DirectoryPorts,
  company: string,
  states: { readonly company: BookState; readonly registry: BookState },
  { period, scheme }: Pick<PreparedView, 'period' | 'scheme'>,
): Promise<TimeByState | null> {
  const profile = (await states.company.get('profile')) as unknown as ProfileView | null;
  if (profile === null) return null;
  const sources = await statementSources(ports, states.company, period);
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  // Other employers' books are read as they stand: which day they knew what is theirs to say.
  const { others } = await claimsElsewhere(ports, company, developers);
  const registered = await registeredOf(states.registry);
  const code = issuedScheme(scheme, { corporateTax: true });
  try {
    const { parts } = assessCompany(sources, registered, profileOn(profile, period.to).region, others, code);
    return timeByState(parts.filter(({ day }) => isWithin(day, period)));
  } catch (error) {
    // No figures for the period: nothing could be assessed then either.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** It reads both books from their first fact on: for an auditor's page, never for a crowd. */
export async function knownOnDay(
  ports: BookPorts & DirectoryPorts,
  asked: { readonly company: string; readonly number: string; readonly day: Day } & Pick<
    PreparedView,
    'period' | 'scheme'
  >,
): Promise<KnownOnDay> {
  const { company, number, day } = asked;
  const states = {
    company: await bookOnDay(ports, companyBook(company), day),
    registry: await bookOnDay(ports, registryBook, day),
  };
  const issued = (await states.company.get(`statements/${number}`)) as unknown as StatementView | null;
  return {
    day,
    facts: states.company.head.seq + 1,
    time: await timeThen(ports, company, states, asked),
    state: issued?.state ?? null,
  };
}
