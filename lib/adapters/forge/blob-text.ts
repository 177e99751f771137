// The text of a file as GitLab and Forgejo give it: base64, by its id.
import * as z from 'zod';
import { mostLicenceBytes } from './licence-walk.ts';

export const blob = z.object({ size: z.int(), encoding: z.string(), content: z.string().nullish() });

/** @returns null for what is too long to be a licence, or no base64 */
export function textOfBlob(seen: z.infer<typeof blob> | null): string | null {
  if (seen === null || seen.size > mostLicenceBytes || seen.encoding !== 'base64') return null;
  return Buffer.from(seen.content ?? '', 'base64').toString('utf8');
}
