// The sheet of corrections: what the books say otherwise than when finance last exported, and what a statement that replaces another changes of it.
import type { Bilingual } from '../../model/text.ts';
import {
  type CorrectedMonth,
  type Corrections,
  correctionActs,
  correctionsAt,
  type Included,
  otherActs,
} from '../corrections.ts';
import type { StatementPayload } from '../payload.ts';
import type { ViewLevel } from '../sd-jwt.ts';
import { statedFigures } from './figures.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, dateOf, formats, head, writeTable } from './table.ts';
import { unitLabels } from './time-columns.ts';

export const correctionsName = 'Corrections';
const title: Bilingual = { fr: 'Corrections depuis le dernier export', en: 'Corrections since the last export' };

const includedTexts: Readonly<Record<Included, Bilingual>> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non, pas encore', en: 'no, not yet' },
  partly: { fr: 'en partie', en: 'in part' },
};

const unknown: Bilingual = {
  fr: 'Ce classeur est fait des seuls fichiers signés : il ne dit pas ce qui a changé dans le grand livre depuis le dernier export.',
  en: 'This workbook is made from the signed files alone: it does not say what changed in the ledger since the last export.',
};

const utc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

function introOf(edition: Edition, { since, upTo, months, others }: Corrections): string[] {
  const { number, at } = since;
  const from: Bilingual =
    since.kind === 'export'
      ? {
          fr: `Comparé au dernier export de cet exercice : état ${number}, le ${utc(at)}.`,
          en: `Compared with the last export of this fiscal year: statement ${number}, ${utc(at)}.`,
        }
      : {
          fr: `Premier export de cet exercice : comparé aux livres tels que l’état ${number} les a lus, le ${utc(at)}.`,
          en: `First export of this fiscal year: compared with the books as statement ${number} read them, ${utc(at)}.`,
        };
  const found: Bilingual =
    months.length + others.length === 0
      ? { fr: `Rien n’a changé jusqu’au ${utc(upTo)}.`, en: `Nothing changed until ${utc(upTo)}.` }
      : {
          fr: `Lu jusqu’au ${utc(upTo)}. « Dans cet état » dit si l’état repose déjà sur le changement ; sinon, préparez-en un nouveau.`,
          en: `Read until ${utc(upTo)}. “In this statement” says whether the statement already rests on the change; if not, prepare a new one.`,
        };
  return [say(edition, from), say(edition, found)];
}

type MonthColumn = Column<CorrectedMonth>;

function beforeAfter(edition: Edition, key: 'declared' | 'counted', label: Bilingual): MonthColumn[] {
  const number = (when: 'before' | 'after', { fr, en }: Bilingual): MonthColumn => ({
    ...head(edition, `${key}.${when}`, { fr: `${label.fr} ${fr}`, en: `${label.en} ${en}` }, 12),
    kind: 'whole',
    of: (month) => month[key][when],
    adds: false,
  });
  return [
    number('before', { fr: 'alors', en: 'then' }),
    number('after', { fr: 'maintenant', en: 'now' }),
    {
      ...head(edition, `${key}.difference`, { fr: `${label.fr}, différence`, en: `${label.en}, difference` }, 12),
      kind: 'formula',
      of: ({ cell, number: numberOf }) => ({
        formula: `${cell(`${key}.after`)}-${cell(`${key}.before`)}`,
        result: numberOf(`${key}.after`) - numberOf(`${key}.before`),
      }),
      format: formats.whole,
    },
  ];
}

function columnsOf(edition: Edition, level: ViewLevel): MonthColumn[] {
  const person: MonthColumn = {
    ...head(edition, 'person', { fr: 'Personne n°', en: 'Person no.' }, 10),
    kind: 'whole',
    of: (month) => month.person,
    adds: false,
  };
  const reason: MonthColumn = {
    ...head(edition, 'reason', { fr: 'Motif', en: 'Reason' }, 26),
    kind: 'text',
    wrapped: true,
    of: ({ acts }) => [...new Set(acts.flatMap((act) => act.reason ?? []))].join(' ; ') || null,
  };
  return [
    { ...head(edition, 'month', { fr: 'Mois', en: 'Month' }, 14), kind: 'month', of: ({ month }) => month },
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 16), kind: 'text', of: ({ project }) => project },
    ...(level === 'totals' ? [] : [person]),
    {
      ...head(edition, 'unit', { fr: 'Unité', en: 'Unit' }, 14),
      kind: 'text',
      of: ({ unit }) => say(edition, unitLabels[unit]),
    },
    ...beforeAfter(edition, 'declared', { fr: 'Déclaré', en: 'Declared' }),
    ...beforeAfter(edition, 'counted', { fr: 'Retenu', en: 'Counted' }),
    {
      ...head(edition, 'acts', { fr: 'Ce qui s’est passé', en: 'What happened' }, 22),
      kind: 'text',
      wrapped: true,
      of: ({ acts }) => [...new Set(acts.map(({ kind }) => say(edition, correctionActs[kind])))].join(', '),
    },
    // Free text may say anything of anybody.
    ...(level === 'names' ? [reason] : []),
    {
      ...head(edition, 'first', { fr: 'Premier fait', en: 'First fact' }, 12),
      kind: 'day',
      of: ({ acts }) => acts[0]?.at.slice(0, 10) ?? null,
    },
    {
      ...head(edition, 'last', { fr: 'Dernier fait', en: 'Last fact' }, 12),
      kind: 'day',
      of: ({ acts }) => acts.at(-1)?.at.slice(0, 10) ?? null,
    },
    {
      ...head(edition, 'included', { fr: 'Dans cet état', en: 'In this statement' }, 14),
      kind: 'text',
      of: ({ included }) => say(edition, includedTexts[included]),
    },
  ];
}

const heading = (value: string): Cell => ({ value, look: 'header' });

function writeOthers(edition: Edition, sheet: SheetWriter, others: Corrections['others']): void {
  if (others.length === 0) return;
  sheet.row([]);
  const labels: readonly Bilingual[] = [
    { fr: 'Le (UTC)', en: 'At (UTC)' },
    { fr: 'Autre fait', en: 'Other fact' },
    { fr: 'État n°', en: 'Statement no.' },
    { fr: 'Dans cet état', en: 'In this statement' },
  ];
  sheet.row(labels.map((label) => heading(say(edition, label))));
  for (const { kind, at, number, included } of others) {
    sheet.row([
      { value: dateOf(at.slice(0, 10)), format: formats.day[edition.language], look: 'date' },
      { value: say(edition, otherActs[kind]), look: 'wrapped' },
      { value: number },
      { value: say(edition, includedTexts[included]) },
    ]);
  }
}

/** Figure by figure, from the two signed texts. */
function writeReplaced(
  edition: Edition,
  sheet: SheetWriter,
  payload: StatementPayload,
  earlier: StatementPayload,
): void {
  const before = new Map(statedFigures(earlier).map((figure) => [figure.key, figure.stated]));
  const now = statedFigures(payload);
  const known = new Set(now.map(({ key }) => key));
  const all = [
    ...now.map((figure) => ({ ...figure, before: before.get(figure.key) ?? 0 })),
    ...statedFigures(earlier)
      .filter(({ key }) => !known.has(key))
      .map((figure) => ({ ...figure, stated: 0, before: figure.stated })),
  ];
  sheet.row([]);
  const labels: readonly Bilingual[] = [
    { fr: 'Unité', en: 'Unit' },
    { fr: `État ${earlier.number}, remplacé`, en: `Statement ${earlier.number}, replaced` },
    { fr: 'Cet état', en: 'This statement' },
    { fr: 'Différence', en: 'Difference' },
    { fr: 'Ce que l’état remplacé disait', en: 'What the replaced statement said' },
  ];
  sheet.row(labels.map((label) => heading(say(edition, label))));
  for (const { label, unit, stated, before: was } of all) {
    const row = sheet.next();
    sheet.row([
      { value: say(edition, unit) },
      { value: was, format: formats.whole },
      { value: stated, format: formats.whole },
      { value: { formula: `C${row}-B${row}`, result: stated - was }, format: formats.whole },
      { value: say(edition, label) },
    ]);
  }
}

export interface CorrectionsShown {
  /** Null where nobody asked the ledger. */
  readonly corrections: Corrections | null;
  /** The signed payload of the statement that this one replaces, if it replaces one. */
  readonly earlier: StatementPayload | null;
}

export function writeCorrections(
  edition: Edition,
  payload: StatementPayload,
  level: ViewLevel,
  { corrections, earlier }: CorrectionsShown,
): void {
  const shown = corrections === null ? null : correctionsAt(level, corrections);
  const setting = {
    name: correctionsName,
    title: say(edition, title),
    frozenColumns: 0,
    intro: shown === null ? [say(edition, unknown)] : introOf(edition, shown),
    after: (sheet: SheetWriter): void => {
      if (shown !== null) writeOthers(edition, sheet, shown.others);
      if (earlier !== null) writeReplaced(edition, sheet, payload, earlier);
    },
  };
  writeTable(edition, setting, columnsOf(edition, level), shown?.months ?? []);
}
