// Printed statements for tests: the sample, and a year of gifts, at every level and in both languages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../../lib/model/text.ts';
import type { StatementPayload } from '../../lib/statement/payload.ts';
import type { PdfInput } from '../../lib/statement/pdf/pdf-input.ts';
import type { Fonts } from '../../lib/statement/pdf/print.ts';
import { readDisclosures } from '../../lib/statement/read-disclosures.ts';
import { type Disclosure, disclosuresAt, disclosuresText, type ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { hex, sha256 } from './sample-statement.ts';

const font = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
export const fonts: Fonts = { regular: font('DejaVuSansCondensed'), bold: font('DejaVuSansCondensed-Bold') };

/** Without a place for a seal. */
export function pdfInput(
  payload: StatementPayload,
  disclosures: readonly Disclosure[],
  level: ViewLevel,
  language: Language,
): PdfInput {
  const shown = disclosuresAt(level, disclosures);
  return {
    payload,
    ...readDisclosures(
      payload,
      shown.map(({ encoded }) => encoded),
      sha256,
    ),
    ...{ kid: 'kGtqoNcPHKTWMDFdA0bXgk0-hTbHWJqZzMxRdI5rLys', jwsSha256: hex('jws'), jsonSha256: hex('json') },
    ...{ trust: 'self', seenAt: null, registrar: 'nobody', isTest: true, language, fonts, seal: null },
    attachments: new Map([
      ['statement.jws', new TextEncoder().encode('header.payload.signature')],
      ['disclosures.txt', new TextEncoder().encode(disclosuresText(shown))],
    ]),
  };
}
