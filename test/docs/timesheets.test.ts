// What docs/timesheets.md promises of columns, durations and days is what the reader does.
import { describe, expect, it } from 'vitest';
import { nameRoles, type Role, roleOfLabel } from '../../lib/intake/column-roles.ts';
import { told } from '../intake/zoo/told.ts';
import { sectionOf, tableRowsOf, textOf } from './documents.ts';

const text = textOf('docs/timesheets.md');
const rowsOf = (heading: string): string[][] => tableRowsOf(sectionOf(text, heading));

const parts: Readonly<Record<string, readonly Role[]>> = {
  'person: number': ['person-id'],
  'person: e-mail': ['email'],
  'person: name': ['full-name'],
  day: ['date'],
  duration: ['quantity'],
  project: ['project'],
  comment: ['comment'],
  'day it was written': ['written'],
  'whole day': ['day-total'],
  'last day': ['last-day'],
  'unit of the line': ['unit'],
};

const spoken = (said: string | undefined): string =>
  (said ?? '')
    .replace(/^2 (?:M1 \S+ p )?/, '')
    .replace(/\?$/, '')
    .replace(/^(\d) half$/, (_, count: string) => `${count} half-day${count === '1' ? '' : 's'}`);

describe('docs/timesheets.md', () => {
  const columns = rowsOf('Columns').flatMap(([part = '', ...languages]) =>
    languages.flatMap((names) => names.split(' · ').map((name) => ({ part, name }))),
  );

  it('names columns of every part', () => {
    expect([...new Set(columns.map(({ part }) => part))]).toEqual(Object.keys(parts));
    expect(columns.length).toBeGreaterThan(60);
  });

  it.each(columns)('$name is a column of $part', ({ part, name }) => {
    expect(parts[part]).toContain(roleOfLabel(name));
  });

  const never = /Never read as time or as the person: ([^.]*)\./s.exec(text)?.[1] ?? '';
  const others = [...never.matchAll(/« (.+?) »|"(.+?)"/gs)].map(([, fr, en]) => fr ?? en ?? '');

  it('names columns that are neither time nor a person', () => expect(others).toHaveLength(9));

  it.each(others)('%s is neither time nor a person', (name) => {
    const timeOrPerson: readonly (Role | null)[] = ['quantity', 'day-total', ...nameRoles];
    expect(timeOrPerson).not.toContain(roleOfLabel(name));
  });

  it.each(rowsOf('Durations'))('%s under %s is %s', async (written, header, expected) => {
    const said = await told(`Matricule;Date;Projet;${header}\nM1;2026-10-12;p;${written}\n`);
    expect(spoken(said[0])).toBe(expected);
  });

  it.each(rowsOf('Days'))('the day %s is %s', async (written, expected) => {
    const [said = ''] = await told(`Matricule;Date;Projet;Heures\nM1;${written};p;7:10\n`);
    expect(said.replace(/^2 (?:M1 )?/, '').replace(' p 7:10', '')).toBe(expected);
  });
});
