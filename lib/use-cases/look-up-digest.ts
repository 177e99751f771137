// Of a file that somebody holds, only its SHA-256 is asked about: whether it is one that we issued, and whether its statement still stands.
import * as z from 'zod';
import { canonicalBytes, parseCanonical } from '../ledger/canonical.ts';
import type { StatementView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook } from './people.ts';

/** Where a file with that digest belongs; `rendering`: as the fact about it calls it, or `statement` for the signed text. */
const ownerSchema = z.strictObject({ company: z.string(), number: z.string(), rendering: z.string() });
export type DigestOwner = Readonly<z.infer<typeof ownerSchema>>;

export const digestObject = (sha256: string): string => `digests/${sha256}`;

/** Before the fact that names the file: until there is one, what points to it leads nowhere. */
export const keepDigest = (ports: Pick<Ports, 'objects'>, sha256: string, owner: DigestOwner): Promise<void> =>
  ports.objects.put(digestObject(sha256), canonicalBytes(owner));

async function ownerOf(ports: Pick<Ports, 'objects'>, sha256: string): Promise<DigestOwner | null> {
  // What is no digest is read as one that nobody has.
  const asked = /^[0-9a-f]{64}$/.test(sha256) ? sha256 : '0'.repeat(64);
  const bytes = await ports.objects.get(digestObject(asked));
  try {
    return bytes === null ? null : ownerSchema.parse(parseCanonical(bytes));
  } catch {
    // Damaged: it leads nowhere, which `communs check` tells the operator.
    return null;
  }
}

/** Nobody's: read where a digest is unknown, so that both answers take the same reads. */
const nobody: DigestOwner = { company: 'nobody', number: '0000-0000', rendering: '' };

/** The fact has the last word: what only points to it vouches for nothing. */
const isOwn = ({ jws, renderings }: StatementView, { rendering }: DigestOwner, sha256: string): boolean =>
  rendering === 'statement'
    ? jws === sha256
    : renderings.some((one) => one.rendering === rendering && one.sha256 === sha256);

/**
 * @param sha256 lower-case hex, or whatever was typed
 * @returns its state and date, and nothing of whose it is or what it says
 */
export async function lookUpDigest(ports: BookPorts & Pick<Ports, 'clock'>, sha256: string) {
  const owner = await ownerOf(ports, sha256);
  const { company, number } = owner ?? nobody;
  const state = await readBook(ports, companyBook(company));
  const view = (await state.get(`statements/${number}`)) as unknown as StatementView | null;
  if (owner === null || view === null || !isOwn(view, owner, sha256)) return { kind: 'unknown-file' as const };
  return {
    kind: 'known-file' as const,
    rendering: owner.rendering,
    ...{ number, state: view.state, replacedBy: view.replacedBy },
    issuedOn: parisDayOf(Date.parse(view.at)),
    asOf: new Date(ports.clock.now()).toISOString(),
  };
}
