// The sheet of projects: their time by state, their cost, and how many contributions stand behind it.
import type { Bilingual } from '../../model/text.ts';
import type { StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, type WrittenTable, writeTable } from './table.ts';
import { timeColumns } from './time-columns.ts';

type Project = StatementPayload['projects'][number];

export const projectsName: Bilingual = { fr: 'Projets', en: 'Projects' };

/** @param sheet how it is called: where nothing finer is shown, the projects are the detail */
export function writeProjects(edition: Edition, payload: StatementPayload, sheet: Bilingual): WrittenTable {
  const name = say(edition, sheet);
  const title = say(edition, projectsName);
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
  return writeTable(edition, { name, title, frozenColumns: 2 }, columns, payload.projects);
}
