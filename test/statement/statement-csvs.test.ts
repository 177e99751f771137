// The detail as CSV: what our own reader finds in both forms, what adds up to the signed totals, and that no text is a formula.
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../lib/intake/csv.ts';
import { sourceOf } from '../../lib/intake/timesheet-source.ts';
import { csvLines, neutralised, quotient } from '../../lib/statement/csv/csv-text.ts';
import { statementCsv } from '../../lib/statement/csv/statement-csvs.ts';
import type { WorkbookInput } from '../../lib/statement/render-xlsx.ts';
import { sampleInput } from './sample-statement.ts';
import { workbookInput } from './workbook-input.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const finance: WorkbookInput = { ...workbookInput('lines', 'fr'), preset: 'finance' };

/** Rows as our own intake reads them. */
async function readBack(bytes: Uint8Array): Promise<{ readonly delimiter: string; readonly rows: string[][] }> {
  const { delimiter, rows } = await readCsv(sourceOf({ name: 'detail.csv', bytes }), {});
  const read: string[][] = [];
  for await (const part of rows.read()) {
    for (const { cells } of part.rows) read.push(Array.from(cells, (cell) => cell?.text ?? ''));
  }
  return { delimiter, rows: read };
}

const sum = (rows: readonly string[][], column: string): number => {
  const at = rows[0]!.indexOf(column);
  return rows.slice(1).reduce((total, row) => total + Number(row[at]), 0);
};

describe('the detail as CSV', () => {
  it('for machines: UTF-8, commas, points, ISO days, codes as header, the same in both languages', async () => {
    const bytes = statementCsv(finance, 'csv');
    expect(decoder.decode(bytes).split('\r\n').slice(0, 2)).toEqual([
      'line,month,project,foundation,counted_clock,counted_hours,counted_minutes,counted_half_days,counted_days,eligible_euros,eligible_cents,rate_bracket,status,statement,confirmations,legal_effect',
      'L1-2025-01,2025-01-01,supervision,Fondation A,183:20,183.3333,11000,0,0.0,6111.12,611112,30%,partly-counted,2025-0001,C1,none',
    ]);
    const { delimiter, rows } = await readBack(bytes);
    expect(delimiter).toBe(',');
    expect([sum(rows, 'counted_minutes'), sum(rows, 'counted_half_days'), sum(rows, 'eligible_cents')]).toEqual([
      52_000, 16, 4_012_345,
    ]);
    expect(statementCsv({ ...finance, language: 'en' }, 'csv')).toEqual(bytes);
  });

  it('for a French Excel: byte order mark, semicolons, decimal commas, its own days, words as header', async () => {
    const bytes = statementCsv(finance, 'csv-fr');
    const [header, first] = decoder.decode(bytes).split('\r\n');
    expect(header).toBe(
      '\ufeffLigne;Mois;Projet;Fondation;Heures retenues (h:mm);Heures retenues;Minutes retenues;Demi-journées retenues;Jours retenus;Montant éligible (€);Montant éligible (centimes);Tranche de taux;Situation;État n°;Confirmation n°;Effet juridique',
    );
    expect(first).toBe(
      'L1-2025-01;01/01/2025;supervision;Fondation A;183:20;183,3333;11000;0;0,0;6111,12;611112;30 %;retenu en partie;2025-0001;C1;Simulation — aucun effet juridique',
    );
    const { delimiter, rows } = await readBack(bytes);
    expect(delimiter).toBe(';');
    expect(sum(rows, 'Montant éligible (centimes)')).toBe(4_012_345);
  });

  it('has every place where time ended in the full preset, and names at their level alone', async () => {
    const { rows } = await readBack(statementCsv(workbookInput('names', 'fr'), 'csv'));
    expect(sum(rows, 'minutes_declared')).toBe(60_000);
    expect(sum(rows, 'minutes_refused_daily_max_exceeded_policy')).toBe(920);
    expect(sum(rows, 'half_days_awaiting')).toBe(3);
    expect(rows[1]).toContain('Anne-Zoé Exemple');
    for (const input of [
      workbookInput('lines', 'fr'),
      { ...workbookInput('names', 'fr'), preset: 'finance' as const },
    ]) {
      expect(decoder.decode(statementCsv(input, 'csv'))).not.toMatch(/Anne|Fictif/);
    }
  });

  it('has one record a project where no lines are shown', async () => {
    const { rows } = await readBack(statementCsv(workbookInput('totals', 'en'), 'csv'));
    expect(rows.map(([project]) => project)).toEqual(['project', 'horaires', 'supervision']);
    expect(sum(rows, 'eligible_cents')).toBe(4_012_345);
  });

  it('keeps a name that begins like a formula a text, in both forms', () => {
    const names = sampleInput.names.map((name, i) => ({ ...name, name: i === 0 ? '=cmd|"/c calc"!A1' : '@SUM(A1)' }));
    const input = workbookInput('names', 'fr', { ...sampleInput, names });
    expect(decoder.decode(statementCsv(input, 'csv'))).toContain(`"'=cmd|""/c calc""!A1"`);
    expect(decoder.decode(statementCsv(input, 'csv-fr'))).toContain(";'@SUM(A1);");
  });
});

describe('a field', () => {
  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\u0000=1'])(
    'that begins with a risk is led by a quote: %j',
    (text) => {
      expect(neutralised(text)).toBe(`'${text}`);
      const [, line] = [...csvLines('csv', ['a'], [[{ text }]])];
      expect(line!.replaceAll('"', '').startsWith("'")).toBe(true);
    },
  );

  it('is left alone otherwise, and quoted where it must be', () => {
    const texts = ['1-2', 'a=b', "d'État", 'a,b', 'a"b', 'a\nb', ' a'];
    expect(texts.map(neutralised)).toEqual(texts);
    const lines = [
      ...csvLines(
        'csv',
        ['a'],
        texts.map((text) => [{ text }]),
      ),
    ].slice(1);
    expect(lines).toEqual(['1-2', 'a=b', "d'État", '"a,b"', '"a""b"', '"a\nb"', '" a"'].map((line) => `${line}\r\n`));
  });

  it('holds a negative number as a number, and one with decimals exactly', () => {
    const lines = [
      ...csvLines('csv-fr', ['a'], [[{ units: -5n, decimals: 2 }], [{ units: 123_456_789_012_345_678n, decimals: 2 }]]),
    ];
    expect(lines.slice(1)).toEqual(['-0,05\r\n', '1234567890123456,78\r\n']);
    expect(
      [quotient(1, 60, 4), quotient(3, 2, 1), quotient(1, 8, 2), quotient(-1, 8, 2)].map(({ units }) => units),
    ).toEqual([167n, 15n, 13n, -13n]);
  });
});
