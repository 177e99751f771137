// The end of a printed statement: what it does not prove depends on what is attached.
import { expect, it } from 'vitest';
import { printEdition } from '../../lib/statement/pdf/edition.ts';
import { proofBlocks } from '../../lib/statement/pdf/parts/proof.ts';
import { pdfInput } from './pdf-samples.ts';
import { build } from './sample-statement.ts';

it('a proof of the log that is attached is told as one whose key came along, and not as missing', () => {
  const { payload, disclosures } = build();
  const logged = { ...payload, log: { origin: 'communs.example/log/2026' } };
  const input = pdfInput(logged, disclosures, 'totals', 'fr');
  const said = (names: readonly string[]): string => {
    const files = names.map((name) => [name, new Uint8Array()] as const);
    const attachments = new Map([...input.attachments, ...files]);
    return JSON.stringify(proofBlocks(printEdition('fr'), { ...input, attachments }));
  };
  const [missing, whose] = ['aucune preuve n’en a été vérifiée', 'De qui est le journal'];
  expect([said([]).includes(missing), said([]).includes(whose)]).toEqual([true, false]);
  const withProof = said(['statement.tlog-proof']);
  expect([withProof.includes(missing), withProof.includes(whose)]).toEqual([false, true]);
});
