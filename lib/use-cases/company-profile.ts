// What a company says of itself, now and on a day, and which fiscal year a calendar year means for it.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { addDays, type Day, type Period } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';

export type Profile = ProfileView[number];

/** @throws Refusal `unknown-company` if nothing was ever said */
export function latestProfile(profile: ProfileView | null): Profile {
  const latest = profile?.at(-1);
  if (latest !== undefined) return latest;
  throw new Refusal('unknown-company', {
    fr: 'Cette société n’est pas encore inscrite. Inscrivez-la avec « communs company FICHIER » (modèle : communs company --template).',
    en: "This company is not enrolled yet. Enrol it with 'communs company FILE' (template: communs company --template).",
  });
}

/**
 * Time is read and counted under what held then: a company that moves or changes its year does not change the years before.
 * @returns what it says of itself with a `since` up to that day, the latest; before the first of them, the first
 * @throws Refusal `unknown-company` if nothing was ever said
 */
export function profileOn(profile: ProfileView | null, day: Day): Profile {
  const bySince = (profile ?? []).toSorted((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  const first = bySince[0]?.since;
  return bySince.findLast(({ since }) => since <= day || since === first) ?? latestProfile(profile);
}

/** What holds at the end of a calendar year says what its fiscal year is, and under which holidays and day. */
export const profileOfYear = (profile: ProfileView | null, year: number): Profile =>
  profileOn(profile, `${year}-12-31`);

/** The last day of a month that ends a fiscal year: `02-29` is the last day of February in any year. */
function endOf(year: number, monthDay: string): string {
  if (monthDay !== '02-29') return `${year}-${monthDay}`;
  return addDays(`${year}-03-01`, -1);
}

/** @returns the fiscal year that ends in a calendar year, both days included */
export function fiscalYearOf(profile: Pick<Profile, 'fiscalYearEnd'>, endsIn: number): Period {
  return {
    from: addDays(endOf(endsIn - 1, profile.fiscalYearEnd), 1),
    to: endOf(endsIn, profile.fiscalYearEnd),
  };
}
