// The sheet of confirmations: when the foundation spoke, who for it, in which capacity and mandate, with which ties, and the digest of its word.
import type { SignatoryDisclosure, StatementPayload } from '../payload.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, head, writeTable } from './table.ts';

type Confirmation = StatementPayload['projects'][number]['confirmations'][number] & { readonly project: string };

/** @param signatories who they are, at level `names`; null: their ids alone are known */
export function writeConfirmations(
  edition: Edition,
  { projects }: StatementPayload,
  signatories: readonly SignatoryDisclosure[] | null,
): void {
  const name = 'Confirmations';
  const nameOf = new Map((signatories ?? []).map((each) => [each.signatory, each.name]));
  const columns: Column<Confirmation>[] = [
    { ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 20), kind: 'text', of: ({ project }) => project },
    {
      ...head(edition, 'at', { fr: 'Confirmé le (UTC)', en: 'Confirmed at (UTC)' }, 20),
      kind: 'instant',
      of: ({ at }) => at,
    },
    {
      ...head(edition, 'signatory', { fr: 'Signataire', en: 'Signatory' }, 26),
      kind: 'text',
      of: ({ signatory }) => nameOf.get(signatory) ?? signatory,
    },
    {
      ...head(edition, 'capacity', { fr: 'En qualité de', en: 'In the capacity of' }, 30),
      kind: 'text',
      of: ({ capacity }) => capacity,
    },
    {
      ...head(edition, 'mandateFrom', { fr: 'Mandat depuis', en: 'Mandate from' }, 14),
      kind: 'day',
      of: ({ mandate }) => mandate.from,
    },
    {
      ...head(edition, 'mandateTo', { fr: 'Mandat jusqu’au (exclu)', en: 'Mandate until (excluded)' }, 14),
      kind: 'day',
      of: ({ mandate }) => mandate.to,
    },
    {
      ...head(edition, 'ties', { fr: 'Liens déclarés', en: 'Declared ties' }, 30),
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
  const rows = projects.flatMap(({ id, confirmations }) => confirmations.map((each) => ({ ...each, project: id })));
  writeTable(edition, { name, title: name, frozenColumns: 1 }, columns, rows);
}
