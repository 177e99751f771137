// The terms for keeping evidence as the document on privacy prints them.
import type { Language } from '../../lib/model/text.ts';
import { retentionTerms } from '../../lib/rules/retention.ts';

const heads: Readonly<Record<Language, string>> = {
  en: '| what | years | until | text | certainty |',
  fr: '| quoi | années | jusqu’au | texte | certitude |',
};
const ends: Readonly<Record<Language, Readonly<Record<'day' | 'year-end', string>>>> = {
  en: { day: 'that day', 'year-end': '31 December' },
  fr: { day: 'jour anniversaire', 'year-end': '31 décembre' },
};

export const retentionTable = (language: Language): string =>
  [
    heads[language],
    '|---|---|---|---|---|',
    ...retentionTerms.map(
      ({ says, years, endsOn, legalReference, sourceUrl, certainty }) =>
        `| ${says[language]} | ${years} | ${ends[language][endsOn]} | [${legalReference}](${sourceUrl}) | ${certainty} |`,
    ),
  ].join('\n');
