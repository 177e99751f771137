// The sheet of projects: their time by state, their cost, and how many contributions stand behind it.
import type { StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, type WrittenTable, writeTable } from './table.ts';
import { timeColumns } from './time-columns.ts';

type Project = StatementPayload['projects'][number];

export function writeProjects(edition: Edition, payload: StatementPayload): WrittenTable {
  const title = say(edition, { fr: 'Projets', en: 'Projects' });
  const columns: Column<Project>[] = [
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 18), kind: 'text', of: ({ id }) => id },
    { ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 26), kind: 'text', of: ({ name }) => name },
    {
      ...head(edition, 'foundation', { fr: 'Fondation', en: 'Foundation' }, 24),
      kind: 'text',
      of: ({ foundation }) => foundation.name,
    },
    ...timeColumns(edition, payload),
    {
      ...head(edition, 'contributions', { fr: 'Contributions vues', en: 'Contributions seen' }, 13),
      kind: 'whole',
      of: ({ contributions }) => contributions.count,
      adds: true,
    },
  ];
  return writeTable(edition, { name: title, title, frozenColumns: 2 }, columns, payload.projects);
}
