// Reads one commit as `git log --pretty=raw --source` prints it: headers as stored, then the message indented by four spaces.
import type { ForgeCommit } from '../../ports/forge.ts';
import { messageReader, unreadableInstant } from './commit-message.ts';

const lastSecond = 253_402_300_799;

const daySeconds = 86_400;
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The day that was last written: commits come in order of time. */
let written = { day: 0, text: '1970-01-01' };
function dayText(day: number): string {
  if (written.day !== day) written = { day, text: new Date(day * daySeconds * 1000).toISOString().slice(0, 10) };
  return written.text;
}

/** `1716000000 +0200` → `2024-05-18T04:40:00+02:00`. */
function isoInstant(seconds: string, zone: string): string {
  const at = Number(seconds);
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3, 5));
  if (!Number.isSafeInteger(at) || at < 0 || at > lastSecond || hours > 23 || minutes > 59) return unreadableInstant;
  const offsetSeconds = (hours * 60 + minutes) * 60 * (zone.startsWith('-') ? -1 : 1);
  const local = Math.min(Math.max(at + offsetSeconds, 0), lastSecond);
  const day = Math.floor(local / daySeconds);
  const second = local % daySeconds;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return `${dayText(day)}T${clock}${zone.slice(0, 3)}:${zone.slice(3, 5)}`;
}

const instant = /^\s+(-?\d+) ([+-]\d{4})/;
function readInstant(text: string): string {
  const found = instant.exec(text);
  return found === null ? unreadableInstant : isoInstant(found[1]!, found[2]!);
}

interface Person {
  readonly name: string;
  readonly address: string;
  /** Seconds and zone, as they stand. */
  readonly when: string;
}

/** `Name <address> 1716000000 +0200`; what has no address in angle brackets is a name. */
function readPerson(line: string): Person {
  const opens = line.indexOf('<');
  const closes = opens < 0 ? -1 : line.indexOf('>', opens);
  if (closes < 0) return { name: line, address: '', when: '' };
  const name = line.slice(0, line[opens - 1] === ' ' ? opens - 1 : opens);
  return { name, address: line.slice(opens + 1, closes), when: line.slice(closes + 1) };
}

const readMessage = messageReader('    ');
const requestRef = /^refs\/(?:pull|merge-requests)\/(\d{1,9})\/head$/;

/** What stands before the message; of each header the first, of parents all. Lines that go on from the one before begin with a blank. */
interface Headers {
  tree: string;
  readonly parents: string[];
  author: string;
  committer: string;
  signed: boolean;
}

/** @returns the headers, and where the message begins: at the end of the text if there is none */
function readHeaders(text: string): { readonly headers: Headers; readonly message: number } {
  const headers: Headers = { tree: '', parents: [], author: '', committer: '', signed: false };
  let from = text.indexOf('\n') + 1;
  while (from > 0 && from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to === from) return { headers, message: to + 1 };
    if (text.startsWith('parent ', from)) headers.parents.push(text.slice(from + 7, to));
    else if (headers.tree === '' && text.startsWith('tree ', from)) headers.tree = text.slice(from + 5, to);
    else if (headers.author === '' && text.startsWith('author ', from)) headers.author = text.slice(from + 7, to);
    else if (headers.committer === '' && text.startsWith('committer ', from))
      headers.committer = text.slice(from + 10, to);
    else if (text.startsWith('gpgsig ', from) || text.startsWith('gpgsig-sha256 ', from)) headers.signed = true;
    from = to + 1;
  }
  return { headers, message: text.length };
}

/**
 * @param text one record between two NULs
 * @param onDefaultBranch which of the two walks it came from
 * @param refOf the ref behind a revision that the walk was given by its id
 * @returns null for text that is no commit
 */
export function readRawCommit(
  text: string,
  onDefaultBranch: boolean,
  refOf: (sha: string) => string | undefined,
): ForgeCommit | null {
  const head = /^commit ([0-9a-f]{40,64})(?:\t(\S+))?/.exec(text);
  if (head === null) return null;
  const sha = head[1]!;
  const source = refOf(head[2] ?? '') ?? '';
  const { headers, message: start } = readHeaders(text);
  const told = readMessage(text.slice(start));
  const author = readPerson(headers.author);
  const committer = readPerson(headers.committer);
  const authoredAt = readInstant(author.when);
  const request = onDefaultBranch ? null : requestRef.exec(source);
  return {
    sha,
    tree: headers.tree,
    parents: headers.parents,
    authorName: author.name,
    authorAddress: author.address,
    authoredAt,
    authorAccount: null,
    committedAt: committer.when === author.when ? authoredAt : readInstant(committer.when),
    coAuthors: told.coAuthors.map((one) => ({ ...one, account: null })),
    subject: told.subject,
    changedLines: null,
    patchId: null,
    reverts: told.reverts,
    cherryPickedFrom: told.cherryPickedFrom,
    onDefaultBranch,
    pullRequest: told.requestInSubject ?? (request === null ? null : Number(request[1])),
    signed: headers.signed,
  };
}
