// statement.pdf: the statement as people read it, in one language, at one view level. What is signed is what is printed.
import type { Bilingual } from '../../model/text.ts';
import { proposalBanner } from '../xlsx/sheet.ts';
import type { Block } from './blocks.ts';
import { type PrintEdition, printEdition } from './edition.ts';
import { amountBlocks, parameterBlocks } from './parts/amounts.ts';
import { declaredBlocks } from './parts/declared.ts';
import { documentTitle, openingBlocks } from './parts/opening.ts';
import { peopleBlocks } from './parts/people.ts';
import { lineBlocks, projectBlocks } from './parts/projects.ts';
import { proofBlocks } from './parts/proof.ts';
import { timeBlocks } from './parts/time.ts';
import type { PdfInput } from './pdf-input.ts';
import { type Attachment, printPdf } from './print.ts';

const kinds: readonly (readonly [RegExp, string, Bilingual])[] = [
  [/^statement\.jws$/, 'application/jose', { fr: 'L’état signé', en: 'The signed statement' }],
  [/^disclosures\.txt$/, 'text/plain', { fr: 'Ce que ce niveau montre', en: 'What this level shows' }],
  [/^jwks\.json$/, 'application/jwk-set+json', { fr: 'Les clés publiques', en: 'The public keys' }],
  [/\.jsonl$/, 'application/jsonl', { fr: 'Ce que dit le registre', en: 'What the registry says' }],
  [/\.json$/, 'application/json', { fr: 'Pour des programmes', en: 'For programs' }],
  [/(?:)/, 'application/octet-stream', { fr: 'Preuve', en: 'Proof' }],
];

const attachmentsOf = ({ say }: PrintEdition, files: PdfInput['attachments']): Attachment[] =>
  [...files].map(([name, bytes]) => {
    const [, mime, description] = kinds.find(([pattern]) => pattern.test(name))!;
    return {
      ...{ name, bytes, mime, description: say(description) },
      relationship: name === 'statement.jws' ? 'Source' : name === 'disclosures.txt' ? 'Data' : 'Supplement',
    };
  });

function blocksOf(edition: PrintEdition, input: PdfInput): Block[] {
  const { payload, lines, names } = input;
  return [
    ...openingBlocks(edition, input),
    ...timeBlocks(edition, payload),
    ...amountBlocks(edition, payload),
    ...declaredBlocks(edition, payload),
    ...parameterBlocks(edition, payload),
    ...projectBlocks(edition, payload, input.signatories),
    ...(lines === null ? [] : lineBlocks(edition, payload, lines, names)),
    ...(names === null ? [] : peopleBlocks(edition, names)),
    ...proofBlocks(edition, input),
  ];
}

/** @returns a tagged PDF with its attachments. The same bytes for the same input: what a seal adds comes after */
export function renderPdf(input: PdfInput): Promise<Uint8Array> {
  const { payload, language, fonts, seal, jwsSha256 } = input;
  const edition = printEdition(language);
  const { say } = edition;
  const title = documentTitle(edition, payload.number);
  return printPdf({
    blocks: blocksOf(edition, input),
    frame: {
      header: `${title} · ${payload.company.name}`,
      banner: payload.scheme.standing === 'proposed' ? say(proposalBanner) : null,
      footer: `statement.jws SHA-256 ${jwsSha256.slice(0, 16)}…`,
      page: (place, count) => `page ${place} / ${count}`,
    },
    ...{ fonts, language, seal, title: `${title} · ${payload.company.name}`, author: payload.operator.name },
    subject: say({
      fr: 'Temps consacré à des communs numériques : déclaré, vérifié, confirmé',
      en: 'Time given to digital commons: declared, checked, confirmed',
    }),
    at: new Date(payload.iat * 1000),
    attachments: attachmentsOf(edition, input.attachments),
  });
}
