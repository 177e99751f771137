// The sheet of lines: each person on each project. The person's name stands in it at level `names` only.
import type { LineDisclosure, NameDisclosure, StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, type WrittenTable, writeTable } from './table.ts';
import { timeColumns } from './time-columns.ts';

export function writeLines(
  edition: Edition,
  payload: StatementPayload,
  lines: readonly LineDisclosure[],
  names: readonly NameDisclosure[] | null,
): WrittenTable {
  const projects = new Map(payload.projects.map((project) => [project.id, project]));
  const columns: Column<LineDisclosure>[] = [
    {
      ...head(edition, 'person', { fr: 'Personne n°', en: 'Person no.' }, 11),
      kind: 'whole',
      of: ({ person }) => person,
      adds: false,
    },
    ...(names === null
      ? []
      : [
          {
            ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 24),
            kind: 'text',
            of: ({ person }: LineDisclosure) => names[person - 1]?.name ?? null,
          } as const,
        ]),
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 18), kind: 'text', of: ({ project }) => project },
    {
      ...head(edition, 'foundation', { fr: 'Fondation', en: 'Foundation' }, 24),
      kind: 'text',
      of: ({ project }) => projects.get(project)?.foundation.name ?? null,
    },
    ...timeColumns(edition, payload),
  ];
  const name = say(edition, { fr: 'Détail', en: 'Lines' });
  const title = say(edition, { fr: 'Détail par personne et projet', en: 'Lines by person and project' });
  return writeTable(edition, { name, title, frozenColumns: names === null ? 2 : 3 }, columns, lines);
}
