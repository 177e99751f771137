// The public log, filled: a year that goes on, witnessed and stamped; one without either; and one that does not hold.
import type { LogView } from '../../web/log.ts';
import { sampleDigest } from './sample-figures.ts';

const origin = (year: number): string => `communs.example/log/${year}`;
const rootText = (year: number): string => Buffer.from(sampleDigest(`root ${year}`), 'hex').toString('base64');
const signature =
  'kGk7Y0d3c2FtcGxlIHNpZ25hdHVyZSBvZiBhbiBpbnZlbnRlZCBsb2csIG5vdGhpbmcgdGhhdCB2ZXJpZmllcyBhbnl3aGVyZQ==';

const yearOf = (year: number, size: number) => ({
  ...{ year, size, origin: origin(year), root: sampleDigest(`root ${year}`) },
  checkpoint: `${origin(year)}\n${size}\n${rootText(year)}\n\n\u2014 ${origin(year)} ${signature}\n`,
  vkeys: [`${origin(year)}+8a3f20c1+${Buffer.from(sampleDigest(`key ${year}`), 'hex').toString('base64')}`],
});

export const sampleLog: LogView = {
  isTestKey: true,
  years: [
    { ...yearOf(2026, 1_284), witnesses: [], stamp: null },
    {
      ...yearOf(2025, 41_207),
      witnesses: [{ name: 'temoin.example/w1', at: '2025-12-31T22:00:00.000Z', size: 41_207 }],
      stamp: { at: '2025-12-31T22:05:00.000Z', size: 41_207 },
    },
  ],
};

export const emptyLog: LogView = { isTestKey: false, years: [] };
export const brokenLog: LogView = { isTestKey: false, years: 'broken' };
