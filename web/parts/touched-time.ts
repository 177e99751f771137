// Time of an issued statement that a change of the registry moved: in words, on the page of finance and in a terminal.
import type { TimeUnit } from '../../lib/model/duration.ts';
import type { Language } from '../../lib/model/text.ts';
import { whole } from './format.ts';

export interface TouchedTimeView {
  readonly project: string;
  readonly unit: TimeUnit;
  readonly lost: number;
  readonly gained: number;
}

const units: Readonly<Record<TimeUnit, Readonly<Record<Language, string>>>> = {
  minute: { fr: 'minutes', en: 'minutes' },
  'half-day': { fr: 'demi-journées', en: 'half-days' },
};

/** @returns one sentence: what the statement counts, and what to do */
export function touchedTimeText({ project, unit, lost, gained }: TouchedTimeView, language: Language): string {
  const amount = (n: number): string => `${whole(language, n)} ${units[unit][language]}`;
  const parts = {
    fr: [
      ...(lost === 0 ? [] : [`il compte ${amount(lost)} sur « ${project} » en des jours qui ne sont plus éligibles`]),
      ...(gained === 0 ? [] : [`il ne compte pas ${amount(gained)} sur « ${project} » en des jours devenus éligibles`]),
    ],
    en: [
      ...(lost === 0 ? [] : [`it counts ${amount(lost)} on '${project}' on days that are not eligible now`]),
      ...(gained === 0 ? [] : [`it does not count ${amount(gained)} on '${project}' on days that are eligible now`]),
    ],
  };
  return language === 'fr'
    ? `${parts.fr.join(' ; ')}. Préparez-le de nouveau : le suivant le remplacera.`
    : `${parts.en.join('; ')}. Prepare it again: the next one will replace it.`;
}
