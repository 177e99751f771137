// Commits that touched several files, told file by file, as one list.

/** @returns newest first, each once; of equals as they were given */
export function inOrderOfCommit<T extends { readonly sha: string; readonly committedAt: string }>(
  touches: readonly T[],
): readonly T[] {
  const bySha = new Map(touches.map((touch) => [touch.sha, touch]));
  return [...bySha.values()].sort((a, b) => Date.parse(b.committedAt) - Date.parse(a.committedAt));
}
