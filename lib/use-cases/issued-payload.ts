// The signed content of an issued statement, for whoever needs a figure of it: read under its digest, never trusted under another.
import type { StatementView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import { parseJws } from '../statement/jws.ts';
import { payloadSchema, type StatementPayload } from '../statement/payload.ts';
import type { ReadingPorts } from './batches.ts';

export const jwsObject = (digest: string): string => `statements/${digest}.jws`;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws Error (a fault) if the text is missing, was changed, or is no statement */
export async function issuedPayload(
  ports: ReadingPorts,
  { number, jws }: Pick<StatementView, 'number' | 'jws'>,
): Promise<StatementPayload> {
  const bytes = await ports.objects.get(jwsObject(jws));
  if (bytes === null || toHex(ports.primitives.sha256(bytes)) !== jws) {
    throw new Error(`statement ${number}: its signed text is missing or changed`);
  }
  const parsed = parseJws(decoder.decode(bytes), 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`statement ${number}: ${parsed}`);
  return payloadSchema.parse(JSON.parse(decoder.decode(parsed.payloadBytes)));
}
