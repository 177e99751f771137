// The sheets of entries and of traces, in the full preset at level `names`: each declared line with its place in the original file and its proofs.
import type { Bilingual } from '../../model/text.ts';
import type { ShownEntry } from '../entries.ts';
import { confirmationNumbers, monthLineId } from '../month-lines.ts';
import type { NameDisclosure, StatementPayload } from '../payload.ts';
import { type Edition, openSheet, say } from './sheet.ts';
import { type Column, head, writeTable } from './table.ts';
import { unitLabels } from './time-columns.ts';

const entriesName: Bilingual = { fr: 'Saisies', en: 'Entries' };
const tracesName: Bilingual = { fr: 'Traces', en: 'Traces' };

const states: Readonly<Record<ShownEntry['parts'][number]['state'], Bilingual>> = {
  counted: { fr: 'retenu', en: 'counted' },
  refused: { fr: 'écarté', en: 'refused' },
  awaiting: { fr: 'en attente', en: 'awaiting' },
  withdrawn: { fr: 'retiré', en: 'withdrawn' },
};

const checks: Readonly<Record<NonNullable<ShownEntry['check']>['answer'], Bilingual>> = {
  checked: { fr: 'vérifié', en: 'checked' },
  contested: { fr: 'contesté', en: 'contested' },
};

const answers: Readonly<Record<NonNullable<ShownEntry['confirmation']>['answer'], Bilingual>> = {
  confirmed: { fr: 'confirmé', en: 'confirmed' },
  partly: { fr: 'confirmé en partie', en: 'confirmed in part' },
  disputed: { fr: 'contesté', en: 'disputed' },
  'cannot-tell': { fr: 'ne peut pas le dire', en: 'cannot tell' },
};

const verdicts: Readonly<Record<NonNullable<ShownEntry['verdict']>, Bilingual>> = {
  agrees: { fr: 'les traces concordent', en: 'traces agree' },
  partly: { fr: 'elles concordent en partie', en: 'they agree in part' },
  'no-public-trace': { fr: 'sans trace publique', en: 'no public trace' },
  conflict: { fr: 'deux déclarations du même travail', en: 'two claims of the same work' },
};

interface NumberedEntry extends ShownEntry {
  /** In the order of the sheet, from 1: the traces name it. */
  readonly number: number;
}

const countedOf = ({ parts }: ShownEntry): number =>
  parts.reduce((sum, { state, amount }) => sum + (state === 'counted' ? amount : 0), 0);

function partsText(edition: Edition, { parts }: ShownEntry): string {
  return parts
    .map(({ state, code, amount }) => `${say(edition, states[state])} ${amount}${code === null ? '' : ` (${code})`}`)
    .join(', ');
}

type EntryColumn = Column<NumberedEntry>;

const declaredColumns = (edition: Edition, names: readonly NameDisclosure[]): EntryColumn[] => [
  {
    ...head(edition, 'number', { fr: 'Saisie n°', en: 'Entry no.' }, 9),
    kind: 'whole',
    of: ({ number }) => number,
    adds: false,
  },
  {
    ...head(edition, 'line', { fr: 'Ligne', en: 'Line' }, 14),
    kind: 'text',
    of: ({ line, day }) => monthLineId(line, day.slice(0, 7)),
  },
  { ...head(edition, 'day', { fr: 'Jour', en: 'Day' }, 12), kind: 'day', of: ({ day }) => day },
  {
    ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 24),
    kind: 'text',
    of: ({ person }) => names[person - 1]?.name ?? null,
  },
  { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 18), kind: 'text', of: ({ project }) => project },
  {
    ...head(edition, 'unit', { fr: 'Unité', en: 'Unit' }, 14),
    kind: 'text',
    of: ({ unit }) => say(edition, unitLabels[unit === 'minute' ? 'minutes' : 'halfDays']),
  },
  {
    ...head(edition, 'amount', { fr: 'Déclaré', en: 'Declared' }, 10),
    kind: 'whole',
    of: ({ amount }) => amount,
    adds: false,
  },
  { ...head(edition, 'counted', { fr: 'Retenu', en: 'Counted' }, 10), kind: 'whole', of: countedOf, adds: false },
  {
    ...head(edition, 'parts', { fr: 'Où ce temps a fini', en: 'Where this time ended' }, 34),
    kind: 'text',
    wrapped: true,
    of: (entry) => partsText(edition, entry),
  },
];

const proofColumns = (edition: Edition, numbers: ReadonlyMap<string, string>): EntryColumn[] => [
  { ...head(edition, 'file', { fr: 'Fichier', en: 'File' }, 34), kind: 'text', wrapped: true, of: ({ file }) => file },
  { ...head(edition, 'sheet', { fr: 'Feuille', en: 'Sheet' }, 16), kind: 'text', of: ({ sheet }) => sheet },
  { ...head(edition, 'row', { fr: 'Rang', en: 'Row' }, 8), kind: 'whole', of: ({ row }) => row, adds: false },
  { ...head(edition, 'cell', { fr: 'Cellule', en: 'Cell' }, 9), kind: 'text', of: ({ cell }) => cell },
  {
    ...head(edition, 'received', { fr: 'Reçu le', en: 'Received' }, 12),
    kind: 'day',
    of: ({ receivedDay }) => receivedDay,
  },
  {
    ...head(edition, 'late', { fr: 'Retard (jours)', en: 'Late (days)' }, 10),
    kind: 'whole',
    of: ({ lateDays }) => lateDays,
    adds: false,
  },
  {
    ...head(edition, 'check', { fr: 'La personne', en: 'The person' }, 12),
    kind: 'text',
    of: ({ check }) => (check === null ? null : say(edition, checks[check.answer])),
  },
  {
    ...head(edition, 'checked', { fr: 'Le (UTC)', en: 'At (UTC)' }, 20),
    kind: 'instant',
    of: ({ check }) => check?.at ?? null,
  },
  {
    ...head(edition, 'answer', { fr: 'La fondation', en: 'The foundation' }, 18),
    kind: 'text',
    of: ({ confirmation }) => (confirmation === null ? null : say(edition, answers[confirmation.answer])),
  },
  {
    ...head(edition, 'answered', { fr: 'Le (UTC)', en: 'At (UTC)' }, 20),
    kind: 'instant',
    of: ({ confirmation }) => confirmation?.at ?? null,
  },
  {
    ...head(edition, 'confirmation', { fr: 'Confirmation n°', en: 'Confirmation no.' }, 15),
    kind: 'text',
    of: ({ confirmation }) => (confirmation === null ? null : (numbers.get(confirmation.digest) ?? null)),
  },
  {
    ...head(edition, 'verdict', { fr: 'Ce que disent les traces', en: 'What the traces say' }, 26),
    kind: 'text',
    of: ({ verdict }) => (verdict === null ? null : say(edition, verdicts[verdict])),
  },
  {
    ...head(edition, 'traces', { fr: 'Traces', en: 'Traces' }, 9),
    kind: 'whole',
    of: ({ traces }) => traces.length,
    adds: false,
  },
  {
    ...head(edition, 'sha256', { fr: 'SHA-256 du fichier', en: 'SHA-256 of the file' }, 68),
    kind: 'text',
    of: ({ sha256 }) => sha256,
  },
];

type NumberedTrace = ShownEntry['traces'][number] & { readonly number: number };

function writeTraces(edition: Edition, entries: readonly NumberedEntry[]): void {
  const columns: Column<NumberedTrace>[] = [
    {
      ...head(edition, 'number', { fr: 'Saisie n°', en: 'Entry no.' }, 9),
      kind: 'whole',
      of: ({ number }) => number,
      adds: false,
    },
    {
      ...head(edition, 'repository', { fr: 'Dépôt', en: 'Repository' }, 44),
      kind: 'text',
      of: ({ repository }) => repository,
    },
    { ...head(edition, 'kind', { fr: 'Nature', en: 'Kind' }, 12), kind: 'text', of: ({ kind }) => kind },
    { ...head(edition, 'sha', { fr: 'Commit', en: 'Commit' }, 44), kind: 'text', of: ({ sha }) => sha },
    {
      ...head(edition, 'day', { fr: 'Jour de l’auteur', en: 'Author’s day' }, 14),
      kind: 'day',
      of: ({ day }) => day,
    },
  ];
  const name = say(edition, tracesName);
  const title = say(edition, { fr: 'Traces publiques des saisies', en: 'Public traces of the entries' });
  const rows = entries.flatMap(({ number, traces }) => traces.map((trace) => ({ ...trace, number })));
  writeTable(edition, { name, title, frozenColumns: 1 }, columns, rows);
}

const moved: readonly Bilingual[] = [
  {
    fr: 'Les saisies ne sont pas montrées ici : relues pour ce classeur, elles ne donnent plus la racine que l’état a signée.',
    en: 'The entries are not shown here: read again for this workbook, they no longer hash to the root that the statement signed.',
  },
  {
    fr: 'D’autres employeurs ont, depuis, déclaré ou retiré du temps des mêmes personnes. Ce qui est signé n’en change pas.',
    en: 'Other employers have since declared or withdrawn time of the same people. What is signed does not change.',
  },
  {
    fr: 'Les saisies telles qu’elles étaient à l’émission sont dans entries.jsonl, dans le dossier de preuves.',
    en: 'The entries as they were at the issue are in entries.jsonl, in the evidence bundle.',
  },
];

/** @returns the names of the sheets */
export function writeEntries(
  edition: Edition,
  payload: StatementPayload,
  entries: readonly ShownEntry[] | 'moved',
  names: readonly NameDisclosure[],
): string[] {
  const name = say(edition, entriesName);
  const title = say(edition, { fr: 'Saisies et leurs preuves', en: 'Entries and their proofs' });
  if (entries === 'moved') {
    const sheet = openSheet(edition, title, {
      name,
      widths: [105],
    });
    for (const sentence of moved) sheet.row([{ value: say(edition, sentence), look: 'wrapped' }]);
    sheet.close();
    return [name];
  }
  const numbered = entries.map((entry, i): NumberedEntry => ({ ...entry, number: i + 1 }));
  const root = payload.evidence.entriesRoot;
  const intro: Bilingual = {
    fr: `Ces saisies donnent la racine que l’état a signée : ${root}. Un temps sans trace publique n’accuse personne.`,
    en: `These entries hash to the root that the statement signed: ${root}. Time without public trace accuses nobody.`,
  };
  writeTable(
    edition,
    { name, title, frozenColumns: 3, intro: [say(edition, intro)] },
    [...declaredColumns(edition, names), ...proofColumns(edition, confirmationNumbers(payload))],
    numbered,
  );
  writeTraces(edition, numbered);
  return [name, say(edition, tracesName)];
}
