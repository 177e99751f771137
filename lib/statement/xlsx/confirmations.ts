// The sheet of confirmations: when the foundation spoke, who for it, in which capacity and mandate, with which ties, and the digest of its word.
import { confirmationNumbers } from '../month-lines.ts';
import type { SignatoryDisclosure, StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, writeTable } from './table.ts';

type Confirmation = StatementPayload['projects'][number]['confirmations'][number] & { readonly project: string };

/** @param signatories who they are, at level `names`; null: their ids alone are known */
export function writeConfirmations(
  edition: Edition,
  payload: StatementPayload,
  signatories: readonly SignatoryDisclosure[] | null,
): void {
  const nameOf = new Map((signatories ?? []).map((each) => [each.signatory, each.name]));
  const name = 'Confirmations';
  const numbers = confirmationNumbers(payload);
  const columns: Column<Confirmation>[] = [
    {
      ...head(edition, 'number', { fr: 'N°', en: 'No.' }, 8),
      kind: 'text',
      of: ({ digest }) => numbers.get(digest) ?? null,
    },
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 20), kind: 'text', of: ({ project }) => project },
    {
      ...head(edition, 'at', { fr: 'Confirmé le (UTC)', en: 'Confirmed at (UTC)' }, 20),
      kind: 'instant',
      of: ({ at }) => at,
    },
    {
      ...head(edition, 'capacity', { fr: 'En qualité de', en: 'In the capacity of' }, 26),
      kind: 'text',
      of: ({ capacity }) => capacity,
    },
    {
      ...head(edition, 'signatory', { fr: 'Signataire', en: 'Signatory' }, 24),
      kind: 'text',
      of: ({ signatory }) => nameOf.get(signatory) ?? signatory,
    },
    {
      ...head(edition, 'mandate.from', { fr: 'Mandat à partir du', en: 'Mandate from' }, 13),
      kind: 'day',
      of: ({ mandate }) => mandate.from,
    },
    {
      ...head(edition, 'mandate.to', { fr: 'Jusqu’au (exclu)', en: 'Until (excluded)' }, 13),
      kind: 'day',
      of: ({ mandate }) => mandate.to,
    },
    {
      ...head(edition, 'ties', { fr: 'Liens déclarés', en: 'Declared ties' }, 26),
      kind: 'text',
      wrapped: true,
      of: ({ ties }) => (ties.length === 0 ? say(edition, { fr: 'aucun', en: 'none' }) : ties.join(', ')),
    },
    {
      ...head(edition, 'digest', { fr: 'Empreinte (SHA-256)', en: 'Digest (SHA-256)' }, 68),
      kind: 'text',
      of: ({ digest }) => digest,
    },
  ];
  const rows = payload.projects.flatMap(({ id, confirmations }) =>
    confirmations.map((each) => ({ ...each, project: id })),
  );
  writeTable(edition, { name, title: name, frozenColumns: 2 }, columns, rows);
}
