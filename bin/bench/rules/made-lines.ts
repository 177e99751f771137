// The lines of the tax job: quarters of an hour and cents an hour, by the generator that the published figures were taken with, each on a day of 2024.
import { drawer } from '../beside/drawer.ts';

const daysOfTheYear = 366;
const firstDay = Date.UTC(2024, 0, 1);

export const days: readonly string[] = Array.from({ length: daysOfTheYear }, (_, at) =>
  new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10),
);

/** What the published figures say of a million lines. */
export const publishedAnswer = { costCents: 50_169_111_184, eligibleCents: 30_101_467_553 };

/** @param take a line: quarters of an hour, cents an hour, and its day */
export function eachLine(lines: number, take: (quarters: number, hourCents: number, day: string) => void): void {
  const draw = drawer(9);
  for (let at = 0; at < lines; at += 1) take(1 + draw(32), 2500 + draw(12_000), days[at % daysOfTheYear]!);
}
