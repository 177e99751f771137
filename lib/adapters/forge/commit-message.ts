// What a commit message tells besides its words: co-authors, what it reverts or copies, its pull request. The message itself is not kept.

export interface MessageFacts {
  readonly subject: string;
  readonly coAuthors: readonly { readonly name: string; readonly address: string }[];
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  /** `… (#12)` at the end of the subject, as squash merges write it. */
  readonly requestInSubject: number | null;
}

const coAuthorLine = /^co-authored-by:[ \t]*(.*?)[ \t]*<([^<>]+)>[ \t]*$/gim;
const revertLine = /^This reverts commit ([0-9a-f]{7,64})\b/m;
const cherryPickLine = /^\(cherry picked from commit ([0-9a-f]{7,64})\)/m;
const requestAtEnd = /\(#(\d{1,9})\)\s*$/;

/** The same reading as that of plain git (`raw-commit.ts`). @param message as the author wrote it, from its first line on */
export function readMessage(message: string): MessageFacts {
  const subject = (message.split('\n', 1)[0] ?? '').trim();
  const request = requestAtEnd.exec(subject);
  return {
    subject,
    coAuthors: [...message.matchAll(coAuthorLine)].map((found) => ({ name: found[1]!, address: found[2]!.trim() })),
    reverts: revertLine.exec(message)?.[1] ?? null,
    cherryPickedFrom: cherryPickLine.exec(message)?.[1] ?? null,
    requestInSubject: request === null ? null : Number(request[1]),
  };
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant as the forge gives it, fractions left out; where it gives none, one that no calendar of ours holds, so that it never speaks for a day. */
export const readInstant = (said: string | null): string =>
  said !== null && instant.test(said) ? said.replace(/\.\d+/, '').replace(/Z$/, '+00:00') : '1970-01-01T00:00:00+00:00';
