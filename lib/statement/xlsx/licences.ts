// The sheet of licences: under which licence each project stood on which days, and what shows it.
import type { StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, writeTable } from './table.ts';

type Licence = StatementPayload['projects'][number]['licences'][number] & { readonly project: string };

export function writeLicences(edition: Edition, { projects }: StatementPayload): void {
  const columns: Column<Licence>[] = [
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 20), kind: 'text', of: ({ project }) => project },
    {
      ...head(edition, 'spdx', { fr: 'Licence (SPDX)', en: 'Licence (SPDX)' }, 26),
      kind: 'text',
      of: ({ spdx }) => spdx,
    },
    {
      ...head(edition, 'open', { fr: 'Libre', en: 'Open' }, 9),
      kind: 'text',
      of: ({ open }) => say(edition, open ? { fr: 'oui', en: 'yes' } : { fr: 'non', en: 'no' }),
    },
    { ...head(edition, 'from', { fr: 'À partir du', en: 'From' }, 14), kind: 'day', of: ({ from }) => from },
    { ...head(edition, 'to', { fr: 'Jusqu’au (exclu)', en: 'Until (excluded)' }, 14), kind: 'day', of: ({ to }) => to },
    {
      ...head(edition, 'evidence', { fr: 'Preuve', en: 'Evidence' }, 60),
      kind: 'text',
      of: ({ evidence }) => evidence,
    },
  ];
  const rows = projects.flatMap(({ id, licences }) => licences.map((each) => ({ ...each, project: id })));
  writeTable(edition, { name: 'Licences', title: 'Licences', frozenColumns: 1 }, columns, rows);
}
