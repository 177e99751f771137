// The figures that the methodology names are those that were measured.
import { expect, it } from 'vitest';
import { measuredMatching } from '../../web/words/methodology.ts';
import { textOf } from '../docs/documents.ts';

it('names the error rates of the measuring page, in both languages', () => {
  const text = textOf('docs/measuring.md');
  const { lines, wronglyThrough, needlesslyAsked, wronglyThroughNoSizes, needlesslyAskedNoSizes, naive } =
    measuredMatching;
  expect(text).toContain(`On the developers’ set of ${lines.en} lines`);
  expect(text).toContain(`| ours | ${wronglyThrough.en} | ${needlesslyAsked.en} |`);
  expect(text).toContain(
    `| ours, no sizes, with or without patch ids | ${wronglyThroughNoSizes.en} | ${needlesslyAskedNoSizes.en} |`,
  );
  expect(text).toContain(`| a commit of the project that day | ${naive.en} |`);
  for (const figure of [wronglyThrough, needlesslyAsked, wronglyThroughNoSizes, needlesslyAskedNoSizes, naive]) {
    expect(figure.fr.replace(',', '.')).toBe(figure.en);
  }
});
