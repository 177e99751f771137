// What a printed statement is made from: the same as its workbook, and what is attached to it.
import type { WorkbookInput } from '../render-xlsx.ts';
import type { Fonts } from './print.ts';
import type { SealPlace } from './seal-place.ts';

export interface PdfInput extends WorkbookInput {
  /** Name → bytes, in this order: statement.jws, the disclosures of the level, proof and keys. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly fonts: Fonts;
  /** Null: without a place for a seal. */
  readonly seal: SealPlace | null;
}
