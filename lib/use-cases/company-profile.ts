// What a company says of itself now, and which fiscal year a calendar year means for it.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { addDays, type Period } from '../model/calendar.ts';
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
