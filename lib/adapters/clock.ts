// The clock, real or shifted: a sample is played on a shifted one, which says of itself that it is a TEST.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../ports/primitives.ts';
import { replaceFile } from './files/write-file.ts';

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that goes on from wherever it is set. */
export interface SettableClock extends Clock {
  /** True once it was set: printed wherever one of its instants is. */
  readonly isTest: () => boolean;
  /** @param nowMs UTC milliseconds since 1970; null = real time */
  readonly set: (nowMs: number | null) => Promise<void>;
  /** Stands still at this instant until it is set, so that what is done again after a crash is done at the same instant. */
  readonly hold: (nowMs: number) => Promise<void>;
}

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'clock.json');
const clockFile = z.strictObject({ offsetMs: z.int() });

/** @returns milliseconds to add to the real time, 0 without the file `clock.json` */
export async function readClockOffset(dataDirectory: string): Promise<number> {
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{ "offsetMs": 0 }';
    throw error;
  });
  return clockFile.parse(JSON.parse(text)).offsetMs;
}

/** Processes that start from now on take the new offset. A crash leaves the old one or the new one. */
export const writeClockOffset = (dataDirectory: string, offsetMs: number): Promise<void> =>
  replaceFile(fileOf(dataDirectory), `${JSON.stringify({ offsetMs })}\n`);

/** @param keep called with each new offset before the clock takes it */
export function shiftedClock(offsetMs: number, keep: (offsetMs: number) => Promise<void>): SettableClock {
  let offset = offsetMs;
  let still: number | null = null;
  const shift = async (nowMs: number | null): Promise<void> => {
    const wanted = nowMs === null ? 0 : nowMs - Date.now();
    await keep(wanted);
    offset = wanted;
  };
  return {
    now: () => still ?? Date.now() + offset,
    isTest: () => still !== null || offset !== 0,
    set: async (nowMs) => {
      await shift(nowMs);
      still = null;
    },
    hold: async (nowMs) => {
      if (nowMs === still) return;
      await shift(nowMs);
      still = nowMs;
    },
  };
}
