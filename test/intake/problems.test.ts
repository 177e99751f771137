// The sentences of row problems: read by HR in a browser as well as in a terminal.
import { describe, expect, it } from 'vitest';
import { makeProblem } from '../../lib/intake/problems.ts';
import { problemCodes } from '../../lib/intake/reading.ts';

describe('the sentence of a row problem', () => {
  it.each(problemCodes)('%s names no option and no command: a page shows it too', (code) => {
    const place = { sheet: 'Oct', row: 14, column: 'F', cell: 'F14', value: '7h75' };
    const { detail } = makeProblem(code, place);
    for (const text of [detail.fr, detail.en]) expect(text).not.toMatch(/--[a-z]|communs [a-z]/);
  });
});
