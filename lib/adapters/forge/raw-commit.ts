// Reads one commit as `git log --pretty=raw --source` prints it: headers as stored, then the message indented by four spaces.
import type { ForgeCommit } from '../../ports.ts';

// An instant that no calendar holds: far from every claim, so that it can never speak for one.
const unreadableInstant = '1970-01-01T00:00:00+00:00';
const lastSecond = 253_402_300_799;

/** `1716000000 +0200` → `2024-05-18T04:40:00+02:00`. */
function isoInstant(seconds: string, zone: string): string {
  const at = Number(seconds);
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3, 5));
  if (!Number.isSafeInteger(at) || at < 0 || at > lastSecond || hours > 23 || minutes > 59) return unreadableInstant;
  const offsetSeconds = (hours * 60 + minutes) * 60 * (zone.startsWith('-') ? -1 : 1);
  const local = Math.min(Math.max(at + offsetSeconds, 0), lastSecond);
  return `${new Date(local * 1000).toISOString().slice(0, 19)}${zone.slice(0, 3)}:${zone.slice(3, 5)}`;
}

const person = /^(.*?) ?<([^>]*)>(?:\s+(-?\d+) ([+-]\d{4}))?/;
function readPerson(line: string): { name: string; address: string; at: string } {
  const found = person.exec(line);
  if (found === null) return { name: line, address: '', at: unreadableInstant };
  const [, name = '', address = '', seconds, zone] = found;
  return {
    name,
    address,
    at: seconds === undefined || zone === undefined ? unreadableInstant : isoInstant(seconds, zone),
  };
}

const coAuthorLine = /^ {4}co-authored-by:[ \t]*(.*?)[ \t]*<([^<>]+)>[ \t]*$/gim;
const revertLine = /^ {4}This reverts commit ([0-9a-f]{7,64})\b/m;
const cherryPickLine = /^ {4}\(cherry picked from commit ([0-9a-f]{7,64})\)/m;
const requestInSubject = /\(#(\d{1,9})\)\s*$/;
const requestRef = /^refs\/(?:pull|merge-requests)\/(\d{1,9})\/head$/;

/**
 * @param text one record between two NULs
 * @param onDefaultBranch which of the two walks it came from
 * @returns null for text that is no commit
 */
export function readRawCommit(text: string, onDefaultBranch: boolean): ForgeCommit | null {
  const head = /^commit ([0-9a-f]{40,64})(?:\t(\S+))?/.exec(text);
  if (head === null) return null;
  const sha = head[1]!;
  const source = head[2] ?? '';
  const gap = text.indexOf('\n\n');
  const headers = gap < 0 ? text : text.slice(0, gap);
  const message = gap < 0 ? '' : text.slice(gap + 2);
  const header = (name: string): string => {
    const start = headers.indexOf(`\n${name} `);
    if (start < 0) return '';
    const from = start + name.length + 2;
    const end = headers.indexOf('\n', from);
    return end < 0 ? headers.slice(from) : headers.slice(from, end);
  };
  const author = readPerson(header('author'));
  const committer = readPerson(header('committer'));
  const subject = (message.split('\n', 1)[0] ?? '').trim();
  const request = requestInSubject.exec(subject) ?? (onDefaultBranch ? null : requestRef.exec(source));
  return {
    sha,
    tree: header('tree'),
    parents: [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((found) => found[1]!),
    authorName: author.name,
    authorAddress: author.address,
    authoredAt: author.at,
    authorAccount: null,
    committerAddress: committer.address,
    committedAt: committer.at,
    coAuthors: [...message.matchAll(coAuthorLine)].map((found) => ({
      name: found[1]!,
      address: found[2]!.trim(),
      account: null,
    })),
    subject,
    changedLines: null,
    patchId: null,
    reverts: revertLine.exec(message)?.[1] ?? null,
    cherryPickedFrom: cherryPickLine.exec(message)?.[1] ?? null,
    onDefaultBranch,
    pullRequest: request === null ? null : Number(request[1]),
    signed: /^gpgsig(?:-sha256)? /m.test(headers),
  };
}
