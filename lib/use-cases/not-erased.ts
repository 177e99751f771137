// Whoever was erased does not come back, nor does a file that went with her: what was waiting, or is sent again, is refused.
import { Refusal } from '../model/refusal.ts';
import type { ReadingPorts } from './batches.ts';
import type { BookState } from './book-state.ts';
import { erasedOf } from './erased-lines.ts';

/** @returns aliases of all whom the company has erased */
export async function peopleErased(state: BookState): Promise<ReadonlySet<string>> {
  return new Set((await state.list('erasures')).map(({ name }) => name.slice('erasures/'.length)));
}

/**
 * @param developers whom a fact is about to have rows of
 * @throws Refusal `unknown-developer`
 */
export async function requireNobodyErased(state: BookState, developers: ReadonlySet<string>): Promise<void> {
  if (developers.size === 0) return;
  const erased = await peopleErased(state);
  if (![...developers].some((developer) => erased.has(developer))) return;
  throw new Refusal('unknown-developer', {
    fr: 'Quelqu’un que cela concerne vient d’être effacé : plus rien n’est écrit sur cette personne. Rien n’a été enregistré ; recommencez sans elle.',
    en: 'Somebody whom this is about was just erased: nothing is written about her any more. Nothing was saved; do it again without her.',
  });
}

/**
 * @param state of the company's book
 * @param files SHA-256 of each that is about to be kept, sealed
 * @throws Refusal `file-erased`
 */
export async function requireNotErased(ports: ReadingPorts, state: BookState, files: readonly string[]): Promise<void> {
  const erased = await erasedOf(ports, state);
  if (files.every((sha256) => erased.fileOf(sha256) === undefined)) return;
  throw new Refusal('file-erased', {
    fr: 'Ce fichier a été effacé avec quelqu’un qu’il nomme, au terme de sa conservation : il n’est pas gardé de nouveau. S’il reste quelque chose à déclarer pour d’autres, envoyez un fichier qui n’a que leurs lignes.',
    en: 'This file was erased with somebody whom it names, once its term was over: it is not kept again. If there is still something to declare for others, send a file with their lines alone.',
  });
}
