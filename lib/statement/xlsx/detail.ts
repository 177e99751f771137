// The sheet of detail: each person on each project in each month. Her name stands in it at level `names` of the full preset only.
import { countedOf } from '../../model/counted.ts';
import type { Bilingual } from '../../model/text.ts';
import { confirmationNumbers, type MonthLine, monthLines, monthStatus, statusTexts } from '../month-lines.ts';
import type { LineDisclosure, NameDisclosure, StatementPayload } from '../payload.ts';
import { rateBracket } from '../rate-bracket.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, formats, head, type WrittenTable, writeTable } from './table.ts';
import { timeColumns, unitsOf } from './time-columns.ts';

export const detailName: Bilingual = { fr: 'Détail', en: 'Detail' };
const title: Bilingual = { fr: 'Détail par personne, projet et mois', en: 'Detail by person, project and month' };

type MonthColumn = Column<MonthLine>;

function whoseColumns(edition: Edition, { projects }: StatementPayload): MonthColumn[] {
  const byId = new Map(projects.map((project) => [project.id, project]));
  return [
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 16), kind: 'text', of: ({ project }) => project },
    {
      ...head(edition, 'foundation', { fr: 'Fondation', en: 'Foundation' }, 22),
      kind: 'text',
      of: ({ project }) => byId.get(project)?.foundation.name ?? null,
    },
  ];
}

/** What finance books: counted time in the forms that it needs, and the money. */
function bookedColumns(edition: Edition, payload: StatementPayload): MonthColumn[] {
  const halfDays: MonthColumn[] = [
    {
      ...head(edition, 'halfDays.counted', { fr: 'Demi-journées retenues', en: 'Counted half-days' }, 12),
      kind: 'whole',
      of: (line) => countedOf(line.halfDays),
      adds: true,
    },
    {
      ...head(edition, 'days', { fr: 'Jours retenus', en: 'Counted days' }, 10),
      kind: 'formula',
      of: ({ cell, number }) => ({
        formula: `${cell('halfDays.counted')}/2`,
        result: number('halfDays.counted') / 2,
      }),
      format: formats.halves,
    },
  ];
  const cents = ({ costCents }: MonthLine): number | null => costCents ?? null;
  const money: MonthColumn[] = [
    {
      ...head(edition, 'euros', { fr: 'Montant éligible (€)', en: 'Eligible amount (€)' }, 14),
      kind: 'euros',
      of: cents,
      adds: true,
    },
    {
      ...head(edition, 'costCents', { fr: 'Montant éligible (centimes)', en: 'Eligible amount (cents)' }, 14),
      kind: 'whole',
      of: cents,
      adds: true,
    },
  ];
  const ofMinutes = (key: string, label: Bilingual, per: number, format: string): MonthColumn => ({
    ...head(edition, key, label, 12),
    kind: 'formula',
    of: ({ cell, number }) => ({
      formula: `${cell('minutes.counted')}/${per}`,
      result: number('minutes.counted') / per,
    }),
    format,
  });
  return [
    ofMinutes('duration', { fr: 'Heures retenues (h:mm)', en: 'Counted hours (h:mm)' }, 1440, formats.duration),
    ofMinutes('hours', { fr: 'Heures retenues', en: 'Counted hours' }, 60, formats.decimal),
    {
      ...head(edition, 'minutes.counted', { fr: 'Minutes retenues', en: 'Counted minutes' }, 12),
      kind: 'whole',
      of: ({ minutes }) => countedOf(minutes),
      adds: true,
    },
    ...(unitsOf(payload).includes('halfDays') ? halfDays : []),
    ...(payload.cost === undefined ? [] : money),
  ];
}

function statedColumns(edition: Edition, payload: StatementPayload): MonthColumn[] {
  const bracket = rateBracket(payload);
  const numbers = confirmationNumbers(payload);
  const rate: MonthColumn[] =
    bracket === null
      ? []
      : [
          {
            ...head(edition, 'rate', { fr: 'Tranche de taux', en: 'Rate bracket' }, 14),
            kind: 'text',
            of: () => say(edition, bracket),
          },
        ];
  return [
    ...rate,
    {
      ...head(edition, 'status', { fr: 'Situation', en: 'Status' }, 16),
      kind: 'text',
      of: (line) => say(edition, statusTexts[monthStatus(line)]),
    },
    {
      ...head(edition, 'statement', { fr: 'État n°', en: 'Statement no.' }, 12),
      kind: 'text',
      of: () => payload.number,
    },
    {
      ...head(edition, 'confirmations', { fr: 'Confirmation n°', en: 'Confirmation no.' }, 14),
      kind: 'text',
      wrapped: true,
      of: ({ confirmations }) => confirmations.map((digest) => numbers.get(digest) ?? digest).join(', '),
    },
  ];
}

/**
 * @param names null below level `names`, and in the preset of finance
 * @param preset `finance`: what it books; `full`: every place where time ended
 */
export function writeDetail(
  edition: Edition,
  payload: StatementPayload,
  lines: Iterable<LineDisclosure>,
  names: readonly NameDisclosure[] | null,
  preset: 'finance' | 'full',
): WrittenTable {
  const person: MonthColumn = {
    ...head(edition, 'person', { fr: 'Personne n°', en: 'Person no.' }, 11),
    kind: 'whole',
    of: (line) => line.person,
    adds: false,
  };
  const named: MonthColumn[] =
    names === null
      ? []
      : [
          {
            ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 24),
            kind: 'text',
            of: (line) => names[line.person - 1]?.name ?? null,
          },
        ];
  const columns: MonthColumn[] = [
    { ...head(edition, 'line', { fr: 'Ligne', en: 'Line' }, 14), kind: 'text', of: ({ id }) => id },
    { ...head(edition, 'month', { fr: 'Mois', en: 'Month' }, 10), kind: 'month', of: ({ month }) => month },
    ...(preset === 'finance' ? [] : [person, ...named]),
    ...whoseColumns(edition, payload),
    ...(preset === 'finance' ? bookedColumns(edition, payload) : timeColumns(edition, payload)),
    ...statedColumns(edition, payload),
  ];
  const setting = { name: say(edition, detailName), title: say(edition, title), frozenColumns: 2 };
  return writeTable(edition, setting, columns, monthLines(lines));
}
