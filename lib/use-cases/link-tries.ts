// Tries at an auditor's link: each is written down before it is judged, so that many at the same instant do not slip past a limit.
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';

export type TryPorts = Pick<Ports, 'accessList' | 'random'>;

/** Ten failures lock a link for an hour. */
export const mostFailures = 10;
/** A whole office may stand behind one network address; beyond this in an hour it is somebody trying. */
export const mostFromAddress = 30;
const tryHourMs = 3_600_000;

/** What became of a try. `code-sent` counts among the ten: nobody floods a mailbox by it. */
export type TryEnd = 'opened' | 'refused' | 'locked' | 'code-sent';

export interface TakenTry {
  /** True if as many failed before it within the hour. */
  readonly isLocked: boolean;
  /** UTC milliseconds at which the next one is judged again; now, unless locked. */
  readonly opensAgainMs: number;
  /** Says how it ended: one more line, the first stays. */
  readonly end: (act: TryEnd) => Promise<void>;
}

interface Line {
  readonly at: string;
  readonly by: string;
  readonly act: string;
}

/** Tries at a locked link do not make the hour longer: who knows the address alone could lock the auditor out for ever. */
const forgiven: ReadonlySet<string> = new Set(['opened', 'locked']);

/** @returns the tries that failed or are not judged yet, in order of time */
function failedTries(lines: readonly Line[]): readonly Line[] {
  const ends = new Map(lines.filter(({ act }) => act !== 'tried').map(({ by, act }) => [by, act]));
  return lines.filter(({ by, act }) => act === 'tried' && !forgiven.has(ends.get(by) ?? ''));
}

async function linesSince(ports: Pick<Ports, 'accessList'>, subject: string, nowMs: number): Promise<Line[]> {
  const lines: Line[] = [];
  const since = new Date(nowMs - tryHourMs).toISOString();
  for await (const line of ports.accessList.list(subject, since)) if (line.at > since) lines.push(line);
  return lines;
}

/** @returns until when (UTC milliseconds) as many as `most` failed within the hour; null while fewer did */
export async function lockedUntil(
  ports: Pick<Ports, 'accessList'>,
  subject: string,
  most: number,
  nowMs: number,
): Promise<number | null> {
  const failed = failedTries(await linesSince(ports, subject, nowMs));
  const first = failed.at(-most);
  return failed.length < most || first === undefined ? null : Date.parse(first.at) + tryHourMs;
}

/**
 * A crash after this line leaves a try that counts as failed, and is over in an hour.
 * @param subject `link/…` or `address/…` @param most how many may fail within an hour
 */
export async function takeTry(ports: TryPorts, subject: string, most: number, nowMs: number): Promise<TakenTry> {
  const at = new Date(nowMs).toISOString();
  // Two at the same instant are two lines.
  const by = `try/${toHex(ports.random.bytes(8, `try ${subject} ${at}`))}`;
  await ports.accessList.add(subject, { at, by, act: 'tried' });
  const failed = failedTries(await linesSince(ports, subject, nowMs));
  const before = failed.slice(
    0,
    failed.findIndex((line) => line.by === by),
  );
  const first = before.at(-most);
  return {
    isLocked: before.length >= most,
    opensAgainMs: first === undefined ? nowMs : Date.parse(first.at) + tryHourMs,
    end: (act) => ports.accessList.add(subject, { at, by, act }),
  };
}
