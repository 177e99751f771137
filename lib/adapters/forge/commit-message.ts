// What a commit message tells besides its words: co-authors, what it reverts or copies, its pull request. The message itself is not kept.

export interface MessageFacts {
  readonly subject: string;
  readonly coAuthors: readonly { readonly name: string; readonly address: string }[];
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  /** `… (#12)` at the end of the subject, as squash merges write it. */
  readonly requestInSubject: number | null;
}

/** Most messages name nobody else: one look, before looking at the beginning of each line. */
const authored = /co-authored-by:/i;
const requestAtEnd = /\(#(\d{1,9})\)\s*$/;

/**
 * @param indent what stands before each line: nothing in a message as its author wrote it, four spaces as `git log --pretty=raw` prints it
 * @returns a reader of messages, from their first line on
 */
export function messageReader(indent: '' | '    '): (message: string) => MessageFacts {
  const coAuthorLine = new RegExp(`^${indent}co-authored-by:[ \\t]*(.*?)[ \\t]*<([^<>]+)>[ \\t]*$`, 'gim');
  const revertLine = new RegExp(`^${indent}This reverts commit ([0-9a-f]{7,64})\\b`, 'm');
  const cherryPickLine = new RegExp(`^${indent}\\(cherry picked from commit ([0-9a-f]{7,64})\\)`, 'm');
  return (message) => {
    const end = message.indexOf('\n');
    const subject = (end < 0 ? message : message.slice(0, end)).trim();
    const request = requestAtEnd.exec(subject);
    return {
      subject,
      coAuthors: authored.test(message)
        ? [...message.matchAll(coAuthorLine)].map((found) => ({ name: found[1]!, address: found[2]!.trim() }))
        : [],
      reverts: revertLine.exec(message)?.[1] ?? null,
      cherryPickedFrom: cherryPickLine.exec(message)?.[1] ?? null,
      requestInSubject: request === null ? null : Number(request[1]),
    };
  };
}

/** Of a message as a forge's interface gives it. */
export const readMessage = messageReader('');

/** One that no calendar of ours holds: far from every claim, so that it never speaks for a day. */
export const unreadableInstant = '1970-01-01T00:00:00+00:00';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Feb 30 is read as a day of March. Not by the calendar of lib/model, which costs a process that only reads git fifty megabytes. */
function isInstant(said: string): boolean {
  const day = said.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(Date.parse(said)) && new Date(midnight).toISOString().startsWith(day);
}

/** An instant as the forge gives it, fractions left out; `unreadableInstant` where it gives none, or one that is none. */
export const readInstant = (said: string | null): string =>
  said !== null && instant.test(said) && isInstant(said)
    ? said.replace(/\.\d+/, '').replace(/Z$/, '+00:00')
    : unreadableInstant;
