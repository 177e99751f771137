// Columns that count half-days: a bare 1 is half a day, never an hour and never a whole one.
import { describe, expect, it } from 'vitest';
import { codes, read } from './read.ts';

const line = (header: string, value: string, options: Parameters<typeof read>[1] = {}) =>
  read(`Matricule;Date;Projet;${header}\nM1;13/10/2026;p;${value}\n`, options);

describe('a number of half-days', () => {
  it.each([
    ...['Demi-journées', 'Durée (demi-journées)', 'Nb demi-journées', 'Temps en demi-journées'],
    ...['Half-days', 'Half days', 'Duration (half-days)'],
  ])('is one under « %s »', async (header) => {
    expect((await line(header, '1')).entries).toMatchObject([{ halfDays: 1 }]);
    expect((await line(header, '2')).entries).toMatchObject([{ halfDays: 2 }]);
    expect(codes(await line(header, '3'))).toEqual(['2 over-24h']);
    expect((await line(header, '1')).understood.tables[0]).toMatchObject({ unit: 'half-day', unitFrom: 'header' });
  });

  it.each(['demi-journée', 'Demi-journées', 'half-day', 'half days'])('is one beside « %s »', async (unit) => {
    expect((await line('Durée;Unité', `1;${unit}`)).entries).toMatchObject([{ halfDays: 1 }]);
  });

  it('is half of the day where its length is known, and says so beside a total', async () => {
    expect((await line('Demi-journées', '1', { dayMinutes: 468 })).entries).toMatchObject([{ minutes: 234 }]);
    expect((await line('Demi-journées;Total jour', '1;2')).entries).toMatchObject([{ halfDays: 1 }]);
  });

  it('may be chosen where no word says it', async () => {
    expect((await line('Charge', '2', { choices: { unit: 'half-day' } })).entries).toMatchObject([{ halfDays: 2 }]);
  });
});
