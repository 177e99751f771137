// What stands out among the declared lines of a statement: what the rules and the traces already said, set in order for whoever checks it.
import type { Bilingual } from '../model/text.ts';
import type { Part } from '../rules/assessment.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import { entryRefusalTexts, isEntryRefusalCode } from '../rules/refusals/refusal-codes.ts';
import type { SeenEntry } from './entries-seen.ts';

/** Beyond the codes of rules: what no rule refuses and an auditor looks at all the same. */
export const otherFindings = {
  late: {
    fr: 'Écrites ou reçues tard. Une marque, jamais un refus.',
    en: 'Written or received late. A mark, never a refusal.',
  },
  'no-public-trace': {
    fr: 'Sans trace publique. C’est normal pour la conception, les relectures, les réunions ou la sécurité.',
    en: 'Without a public trace. That is normal for design, reviews, meetings or security work.',
  },
  conflict: {
    fr: 'Déclarées ailleurs aussi. Le même jour ou le même travail ; la fondation tranche.',
    en: 'Claimed elsewhere too. The same day or the same work; the foundation decides.',
  },
  repeated: {
    fr: 'Répètent une ligne. Même personne, même jour, même projet, même durée.',
    en: 'Repeat a line. Same person, same day, same project, same amount.',
  },
  round: {
    fr: 'Durées rondes. Un nombre entier d’heures : un indice de saisie au forfait, rien de plus.',
    en: 'Round amounts. A whole number of hours: a hint of flat-rate entry, nothing more.',
  },
  corrected: {
    fr: 'Ajoutées par une régularisation. Aucun fichier ne les porte.',
    en: 'Added by a correction. No file holds them.',
  },
  'partly-withdrawn': {
    fr: 'Retirées en tout ou en partie. Par une annulation ou une régularisation.',
    en: 'Withdrawn in whole or in part. By an undo or a correction.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export interface FoundLine {
  readonly entry: string;
  readonly developer: string;
  readonly project: string;
  readonly day: string;
  readonly time: { readonly unit: 'minute' | 'half-day'; readonly amount: number };
  readonly lateDays: number | null;
}

export interface Finding {
  readonly code: string;
  readonly text: Bilingual;
  /** What the rules did of it; null where no rule speaks. */
  readonly ends: 'refused' | 'awaiting' | null;
  /** Declared time of the lines. */
  readonly minutes: number;
  readonly halfDays: number;
  /** In order of day, then entry. */
  readonly lines: readonly FoundLine[];
}

const codesOf = ({ declared, parts, corroboration, lateDays }: SeenEntry): readonly string[] => {
  const { unit, amount, repeated, withdrawnAmount, file } = declared;
  const own = (code: Part['code']): string[] => (code === null ? [] : [code]);
  const verdict = corroboration?.verdict ?? null;
  return [
    ...parts.flatMap(({ code }) => own(code)),
    ...(lateDays === null ? [] : ['late']),
    ...(verdict === 'no-public-trace' || verdict === 'conflict' ? [verdict] : []),
    ...(repeated ? ['repeated'] : []),
    ...(unit === 'minute' && amount % 60 === 0 ? ['round'] : []),
    ...(file === null ? ['corrected'] : []),
    ...(withdrawnAmount > 0 ? ['partly-withdrawn'] : []),
  ];
};

function textOf(code: string): Bilingual {
  if (isEntryRefusalCode(code)) return entryRefusalTexts[code];
  if (Object.hasOwn(awaitingTexts, code)) return awaitingTexts[code as keyof typeof awaitingTexts];
  return otherFindings[code as keyof typeof otherFindings];
}

const endsOf = (code: string): Finding['ends'] =>
  isEntryRefusalCode(code) ? 'refused' : Object.hasOwn(awaitingTexts, code) ? 'awaiting' : null;

const lineOf = ({ declared, lateDays }: SeenEntry): FoundLine => {
  const { entry, developer, project, day, unit, amount } = declared;
  return { entry, developer, project, day, time: { unit, amount }, lateDays };
};

/** @returns one a code that holds for some line: refusals first, then what waits, then the rest; a line may stand under several */
export function whatStandsOut(entries: readonly SeenEntry[]): readonly Finding[] {
  const found = entries.flatMap((seen) => [...new Set(codesOf(seen))].map((code) => ({ code, line: lineOf(seen) })));
  const rank = ({ ends }: Pick<Finding, 'ends'>): number => (ends === 'refused' ? 0 : ends === 'awaiting' ? 1 : 2);
  const sum = (lines: readonly FoundLine[], unit: FoundLine['time']['unit']): number =>
    lines.reduce((total, { time }) => total + (time.unit === unit ? time.amount : 0), 0);
  return [...Map.groupBy(found, ({ code }) => code)]
    .map(([code, own]): Finding => {
      const lines = own.map(({ line }) => line);
      const inOrder = lines.toSorted((a, b) => (a.day + a.entry < b.day + b.entry ? -1 : 1));
      return {
        ...{ code, text: textOf(code), ends: endsOf(code), lines: inOrder },
        ...{ minutes: sum(lines, 'minute'), halfDays: sum(lines, 'half-day') },
      };
    })
    .sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}
