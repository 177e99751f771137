// A sample drawn from the invented statement, and one that could not be drawn.

import { sampleOfStatement } from '../../lib/statement/sample-of-statement.ts';
import { noSampleTexts, sampleMethodHints, sampleMethodTexts } from '../../lib/statement/sample-words.ts';
import type { LinkSampleView } from '../../web/link-sample.ts';
import { sha256 } from '../statement/sample-statement.ts';
import { authentic, samplePayload } from './sample-figures.ts';

const wanted = { method: 'monetary-unit', size: 5, word: 'dossier 2026-014' } as const;
const { lines, names } = authentic;
const drawn = sampleOfStatement(sha256, { payload: samplePayload, lines, names }, 'an invented text', wanted);
if (typeof drawn === 'string') throw new Error(drawn);

const methods = { methodTexts: sampleMethodTexts, methodHints: sampleMethodHints };

export const sampleDraw: LinkSampleView = {
  ...{ link: 'li-1', number: samplePayload.number, company: samplePayload.company.name, isProposal: true },
  ...{ hasAmounts: true, units: drawn.population.units, wanted, sample: drawn, noSample: null, ...methods },
};

export const noDraw: LinkSampleView = {
  ...sampleDraw,
  ...{ units: 0, wanted, sample: null, noSample: noSampleTexts['no-lines'] },
};
