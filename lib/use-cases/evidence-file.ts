// The sealed rows behind a statement: named by a root that stands in what was worked out, and so by no fact itself.
import type { Sha256 } from '../model/hashing.ts';
import { readEntries } from '../statement/bundle/entry-rows.ts';
import { linesOf } from '../statement/bundle/text-lines.ts';

/** @param computation the sealed file of a preparation @returns the name of its rows; null where it names none */
export function evidenceRootIn(computation: Uint8Array): string | null {
  try {
    const { evidence } = JSON.parse(new TextDecoder().decode(computation)) as {
      readonly evidence?: { readonly entriesRoot?: unknown };
    };
    return typeof evidence?.entriesRoot === 'string' ? evidence.entriesRoot : null;
  } catch {
    return null;
  }
}

/** Whether these are the rows of that root: answers, which have digests of their own, stand behind the entries. */
export function isEvidenceOf(sha256: Sha256, root: string, bytes: Uint8Array): boolean {
  const lines = linesOf(bytes);
  const entries = lines?.filter((line) => !line.startsWith('{"digest":'));
  const read = entries === undefined ? 0 : readEntries(sha256, entries);
  return typeof read !== 'number' && read.root === root;
}
