// Foundations and projects that a file names and the registry does not know, all at once.
import type { BookState } from './book-state.ts';

/** @returns each once, in order of first appearance */
export async function unknownInRegistry(
  registry: BookState,
  partition: 'foundations' | 'projects',
  ids: readonly string[],
): Promise<readonly string[]> {
  const unknown: string[] = [];
  for (const id of new Set(ids)) if ((await registry.get(`${partition}/${id}`)) === null) unknown.push(id);
  return unknown;
}
