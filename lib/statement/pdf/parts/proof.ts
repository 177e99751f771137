// The end of a printed statement: what is proven and what is not, how to check it without us, and every digest to compare with.
import type { Bilingual } from '../../../model/text.ts';
import { notProven } from '../../not-proven.ts';
import { type Block, factsTable } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';
import type { PdfInput } from '../pdf-input.ts';

const proven: readonly Bilingual[] = [
  {
    fr: 'Qui a déclaré ce temps, qui l’a confirmé, et quand, selon le registre de l’exploitant.',
    en: 'Who declared this time, who confirmed it, and when, by the operator’s ledger.',
  },
  {
    fr: 'Que rien n’a changé depuis l’émission : statement.jws, joint, est signé ; ce PDF porte un cachet de la même clé.',
    en: 'That nothing changed since the issue: statement.jws, attached, is signed; this PDF bears a seal of the same key.',
  },
];

const checking: readonly Bilingual[] = [
  {
    fr: 'Détachez les pièces jointes (par exemple pdfdetach -saveall), puis : communs verify statement.jws --jwks jwks.json --disclosures disclosures.txt',
    en: 'Detach the attachments (for example pdfdetach -saveall), then: communs verify statement.jws --jwks jwks.json --disclosures disclosures.txt',
  },
  {
    fr: 'Ou sans nous : jose jws ver -i statement.jws -k jwks.json -O out.json, et comparez out.json à ce qui est imprimé ici.',
    en: 'Or without us: jose jws ver -i statement.jws -k jwks.json -O out.json, and compare out.json with what is printed here.',
  },
  {
    fr: 'Le cachet du PDF : pdfsig -nocert doit dire à la fois « Signature is Valid » et « Total document signed ». Un lecteur peut dire « signataire inconnu » : le certificat du cachet n’est pas sur sa liste, ce qui ne dit rien du contenu.',
    en: 'The seal of the PDF: pdfsig -nocert must say both “Signature is Valid” and “Total document signed”. A reader may say “unknown signer”: the seal’s certificate is not on its list, which says nothing of the content.',
  },
];

function digests({ say }: PrintEdition, { payload, kid, jwsSha256, jsonSha256 }: PdfInput): Block {
  const { scheme, computationDigest, cost, evidence } = payload;
  return factsTable([
    ['SHA-256, statement.jws', jwsSha256],
    ['SHA-256, statement.json', jsonSha256],
    [say({ fr: 'Clé (RFC 7638)', en: 'Key (RFC 7638)' }), kid],
    [say({ fr: 'Jeu de règles', en: 'Rule set' }), scheme.ruleSetDigest],
    [say({ fr: 'Calcul', en: 'Computation' }), computationDigest],
    ...(cost === undefined ? [] : [[say({ fr: 'Paie', en: 'Payroll' }), cost.payrollDigest] as const]),
    [say({ fr: 'Racine des lignes de temps', en: 'Root of the time entries' }), evidence.entriesRoot],
    [say({ fr: 'Racine des contributions', en: 'Root of the contributions' }), evidence.contributionsRoot],
    ...evidence.uploads.map((upload) => [say({ fr: 'Fichier reçu', en: 'Uploaded file' }), upload] as const),
  ]);
}

function heads({ say, whole }: PrintEdition, { heads: read, otherHeads }: PdfInput['payload']): Block[] {
  return [
    { kind: 'heading', level: 3, text: say({ fr: 'Têtes des livres lus', en: 'Heads of the books that were read' }) },
    {
      kind: 'table',
      hasHeader: true,
      columns: [
        { header: say({ fr: 'Livre', en: 'Book' }), align: 'left', weight: 2 },
        { header: say({ fr: 'Rang', en: 'Place' }), align: 'right' },
        { header: say({ fr: 'Empreinte (SHA-256)', en: 'Digest (SHA-256)' }), align: 'left', weight: 4 },
      ],
      rows: [
        ...read.map(({ book, seq, digest }) => ({ cells: [book, whole(seq), digest] })),
        {
          cells: [
            say({ fr: 'autres livres, par leur racine', en: 'other books, by their root' }),
            whole(otherHeads.count),
            otherHeads.root,
          ],
        },
      ],
    },
  ];
}

export function proofBlocks(edition: PrintEdition, input: PdfInput): Block[] {
  const { say } = edition;
  const { payload, trust, seenAt, registrar, attachments } = input;
  const log = attachments.has('statement.tlog-proof') ? 'given' : null;
  const list = (texts: readonly Bilingual[]): Block => ({ kind: 'list', entries: texts.map(say) });
  return [
    { kind: 'page', orientation: 'portrait' },
    { kind: 'heading', level: 2, text: say({ fr: 'Ce que cela prouve', en: 'What this proves' }) },
    list(proven),
    { kind: 'heading', level: 2, text: say({ fr: 'Ce que cela ne prouve pas', en: 'What this does not prove' }) },
    list(notProven(payload, { trust, seenAt, registrar, statusChecked: false, keysPinned: false, log })),
    { kind: 'heading', level: 2, text: say({ fr: 'Vérifier soi-même', en: 'Check it yourself' }) },
    list(checking),
    { kind: 'heading', level: 2, text: say({ fr: 'Empreintes', en: 'Digests' }) },
    digests(edition, input),
    ...heads(edition, payload),
    { kind: 'heading', level: 2, text: say({ fr: 'Pièces jointes à ce PDF', en: 'Attached to this PDF' }) },
    { kind: 'list', entries: [...attachments.keys()] },
  ];
}
