// What moved an issued statement since, in words, on the page of finance and in a terminal: time by the registry, a gift by its turnover or excess.

import type { TimeUnit } from '../../lib/model/duration.ts';
import { duration } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';

export interface TouchedTimeView {
  readonly project: string;
  readonly unit: TimeUnit;
  readonly lost: number;
  readonly gained: number;
}

export interface TouchedView {
  readonly number: string;
  readonly time: readonly TouchedTimeView[];
  readonly gift: { readonly turnover: boolean; readonly carry: boolean } | null;
}

const again: Readonly<Record<Language, string>> = {
  fr: 'Préparez-le de nouveau : le suivant le remplacera.',
  en: 'Prepare it again: the next one will replace it.',
};

/** What the statement counts. */
function timeText({ project, unit, lost, gained }: TouchedTimeView, language: Language): string {
  const amount = (n: number): string => duration(language, { unit, amount: n });
  const parts = {
    fr: [
      ...(lost === 0 ? [] : [`il compte ${amount(lost)} sur « ${project} » des jours qui ne sont plus éligibles`]),
      ...(gained === 0 ? [] : [`il ne compte pas ${amount(gained)} sur « ${project} » des jours devenus éligibles`]),
    ],
    en: [
      ...(lost === 0 ? [] : [`it counts ${amount(lost)} on '${project}' on days that are not eligible now`]),
      ...(gained === 0 ? [] : [`it does not count ${amount(gained)} on '${project}' on days that are eligible now`]),
    ],
  };
  return parts[language].join(language === 'fr' ? ' ; ' : '; ');
}

const giftTexts = {
  turnover: {
    fr: 'le chiffre d’affaires déclaré de son exercice est autre maintenant, et le plafond en dépend',
    en: 'the turnover declared of its fiscal year is another one now, and the ceiling depends on it',
  },
  carry: {
    fr: 'les excédents des exercices d’avant qu’il reporte ne sont plus ceux qui lui reviennent',
    en: 'the excesses of earlier years that it brings forward are no longer those that come to it',
  },
} as const;

/** @returns one sentence for each thing that moved: which, and what to do */
export function touchedTexts({ time, gift }: TouchedView, language: Language): readonly string[] {
  const ofGift = (['turnover', 'carry'] as const).filter((what) => gift?.[what] === true);
  return [...time.map((one) => timeText(one, language)), ...ofGift.map((what) => giftTexts[what][language])].map(
    (said) => `${said}. ${again[language]}`,
  );
}
