// Reads the addresses that a company vouches for: which e-mail address belongs to which of its developers.
import type { Day } from '../../model/calendar.ts';
import type { DeclarationFile } from './file-text.ts';
import { valuesOf, wordMap } from './line-values.ts';
import { collectProblems, conclude, type DeclarationReading } from './problem.ts';
import { type Column, readLines } from './table.ts';
import { parseAddress } from './values.ts';

interface DeclaredIdentity {
  readonly matricule: string;
  /** In lower case; it goes to the erasable directory, the ledger keeps its keyed hash. */
  readonly address: string;
  readonly proof: 'vouched';
  readonly since: Day;
  /** Last day, where the company vouches for it no longer; null: to this day and on. */
  readonly until: Day | null;
}

interface IdentitiesDeclaration {
  readonly identities: readonly DeclaredIdentity[];
}

type Field = 'matricule' | 'address' | 'proof' | 'since' | 'until';

/** The first header is the French one of the template, the second the English one. */
const identityColumns: readonly Column<Field>[] = [
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: true },
  { field: 'address', headers: ['Adresse', 'Address', 'E-mail', 'Email', 'Courriel'], needed: true },
  { field: 'proof', headers: ['Preuve', 'Proof'], needed: true },
  { field: 'since', headers: ['Depuis', 'Since', 'Date'], needed: true },
  { field: 'until', headers: ['Jusqu’au', 'Until', "Jusqu'au"], needed: false },
];

const proofs = wordMap<'vouched' | 'by-herself'>([
  ['attestée', 'vouched'],
  ['attesté', 'vouched'],
  ['vouched', 'vouched'],
  ['code', 'by-herself'],
  ['address-code', 'by-herself'],
  ['forge-login', 'by-herself'],
  ['signed-challenge', 'by-herself'],
]);

/** A company gives an address on when somebody leaves. */
const isAtOnce = (a: DeclaredIdentity, b: DeclaredIdentity): boolean =>
  (b.until === null || a.since <= b.until) && (a.until === null || b.since <= a.until);

/**
 * Reads an identities file: CSV, or JSON `{ "identities": [ … ] }`.
 * @returns the declaration, or null where something blocks, and every problem by line and column
 */
export function readIdentities(file: DeclarationFile): DeclarationReading<IdentitiesDeclaration> {
  const problems = collectProblems();
  const holders = new Map<string, DeclaredIdentity[]>();
  const identities = readLines(file, 'identities', identityColumns, problems).flatMap((line) => {
    const values = valuesOf(line, problems);
    const matricule = values.identifier('matricule');
    const address = values.take(
      'address',
      parseAddress,
      'not-an-address',
      { fr: 'une adresse comme prenom.nom@exemple.fr', en: 'an address like first.last@example.org' },
      'required',
    );
    const proof = values.word('proof', proofs, 'required');
    const since = values.day('since', 'required');
    const until = values.day('until', 'optional');
    if (since !== null && until !== null && until < since) {
      problems.block(line.place('until'), line.text('until'), 'reversed-period', {
        fr: `le dernier jour ${until} précède le premier, ${since}. Corrigez l’un des deux.`,
        en: `the last day ${until} is before the first, ${since}. Correct one of them.`,
      });
    }
    if (proof === 'by-herself') {
      problems.block(line.place('proof'), line.text('proof'), 'proof-not-declarable', {
        fr: 'une société ne peut qu’attester. La personne prouve elle-même par code, compte de forge ou signature, sur sa page.',
        en: 'a company can only vouch. The person proves by code, forge account or signature herself, on her page.',
      });
    }
    if (matricule === null || address === null || since === null) return [];
    const identity = { matricule, address, proof: 'vouched' as const, since, until };
    const before = holders.get(address) ?? [];
    const holder = before.find((one) => one.matricule === matricule || isAtOnce(one, identity))?.matricule;
    if (holder !== undefined) {
      const [fr, en] =
        holder === matricule
          ? [
              `« ${address} » est déjà plus haut. Gardez une ligne.`,
              `'${address}' already stands above. Keep one line.`,
            ]
          : [
              `« ${address} » est déjà donnée au matricule ${holder} ces jours-là. Une adresse n’appartient qu’à une personne à la fois : dites jusqu’à quel jour elle était à la première.`,
              `'${address}' is already given to staff number ${holder} on these days. An address belongs to one person at a time: say until which day it was the first one's.`,
            ];
      problems.block(line.place('address'), address, 'duplicate-line', { fr, en });
    }
    holders.set(address, [...before, identity]);
    return [identity];
  });
  return conclude({ identities }, problems);
}
