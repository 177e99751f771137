// What a company said of itself, on a day: by `since`, then by the order in which it was said.
import { expect, it } from 'vitest';
import type { ProfileView } from '../../lib/ledger/views/company-views.ts';
import { latestProfile, profileOfYear, profileOn } from '../../lib/use-cases/company-profile.ts';

const said = (since: string, name: string) => ({ since, name });
const profile = [
  said('2023-01-01', 'first'),
  said('2025-07-01', 'moved'),
  said('2023-01-01', 'first, put right'),
] as unknown as ProfileView;

it.each([
  ['2022-05-01', 'first, put right'],
  ['2023-01-01', 'first, put right'],
  ['2025-06-30', 'first, put right'],
  ['2025-07-01', 'moved'],
  ['2030-01-01', 'moved'],
])('on %s it is %s', (day, name) => {
  expect(profileOn(profile, day).name).toBe(name);
});

it('of a year is what holds at its end; the latest is what was said last', () => {
  expect(profileOfYear(profile, 2024).name).toBe('first, put right');
  expect(profileOfYear(profile, 2025).name).toBe('moved');
  expect(latestProfile(profile).name).toBe('first, put right');
});

it('of a company that said nothing is a refusal', () => {
  for (const nothing of [null, [] as ProfileView]) {
    expect(() => profileOn(nothing, '2025-01-01')).toThrow(expect.objectContaining({ code: 'unknown-company' }));
  }
});
