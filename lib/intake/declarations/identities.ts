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
}

interface IdentitiesDeclaration {
  readonly identities: readonly DeclaredIdentity[];
}

type Field = 'matricule' | 'address' | 'proof' | 'since';

/** The first header is the French one of the template, the second the English one. */
const identityColumns: readonly Column<Field>[] = [
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: true },
  { field: 'address', headers: ['Adresse', 'Address', 'E-mail', 'Email', 'Courriel'], needed: true },
  { field: 'proof', headers: ['Preuve', 'Proof'], needed: true },
  { field: 'since', headers: ['Depuis', 'Since', 'Date'], needed: true },
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

/**
 * Reads an identities file: CSV, or JSON `{ "identities": [ … ] }`.
 * @returns the declaration, or null where something blocks, and every problem by line and column
 */
export function readIdentities(file: DeclarationFile): DeclarationReading<IdentitiesDeclaration> {
  const problems = collectProblems();
  const holders = new Map<string, string>();
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
    if (proof === 'by-herself') {
      problems.block(line.place('proof'), line.text('proof'), 'proof-not-declarable', {
        fr: 'une société ne peut qu’attester. La personne prouve elle-même par code, compte de forge ou signature, sur sa page.',
        en: 'a company can only vouch. The person proves by code, forge account or signature herself, on her page.',
      });
    }
    if (matricule === null || address === null || since === null) return [];
    const holder = holders.get(address);
    if (holder !== undefined) {
      const [fr, en] =
        holder === matricule
          ? [
              `« ${address} » est déjà plus haut. Gardez une ligne.`,
              `'${address}' already stands above. Keep one line.`,
            ]
          : [
              `« ${address} » est déjà donnée au matricule ${holder}. Une adresse n’appartient qu’à une personne.`,
              `'${address}' is already given to staff number ${holder}. An address belongs to one person.`,
            ];
      problems.block(line.place('address'), address, 'duplicate-line', { fr, en });
    }
    holders.set(address, matricule);
    return [{ matricule, address, proof: 'vouched' as const, since }];
  });
  return conclude({ identities }, problems);
}
