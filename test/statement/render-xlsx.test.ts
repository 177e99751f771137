// The workbook: what another reader finds in it, what adds up, who sees what at each level, and what a proposal must bear.
import { describe, expect, it } from 'vitest';
import { readXlsx, workbookPart } from '../../lib/intake/xlsx.ts';
import { openArchive } from '../../lib/intake/zip.ts';
import type { Language } from '../../lib/model/text.ts';
import type { StatementInput } from '../../lib/statement/build.ts';
import { readDisclosures } from '../../lib/statement/read-disclosures.ts';
import { renderXlsx, type WorkbookInput } from '../../lib/statement/render-xlsx.ts';
import { disclosuresAt, type ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { sheetsOf as sheetsWithRows } from '../intake/sheets.ts';
import { partsOf, type ReadCell, readCells } from './cells.ts';
import { build, hex, sampleInput, sha256 } from './sample-statement.ts';

// Far from UTC, so that a date written in local time would be another day.
process.env.TZ = 'Pacific/Kiritimati';

function workbookInput(level: ViewLevel, language: Language, input: StatementInput = sampleInput): WorkbookInput {
  const { payload, disclosures } = build(input);
  const encoded = disclosuresAt(level, disclosures).map((each) => each.encoded);
  return {
    payload,
    ...readDisclosures(payload, encoded, sha256),
    kid: 'the-kid',
    jwsSha256: hex('jws'),
    jsonSha256: hex('json'),
    trust: 'self',
    isTest: false,
    language,
  };
}

const render = (...asked: Parameters<typeof workbookInput>): Promise<Uint8Array> => renderXlsx(workbookInput(...asked));

const { simulation, cost: _cost, filing: _filing, ...bare } = sampleInput;
const inForce: StatementInput = {
  ...sampleInput,
  scheme: { ...sampleInput.scheme, code: 'some-scheme', standing: 'in-force' },
  relief: simulation!,
};
delete (inForce as { simulation?: unknown }).simulation;
const unpriced: StatementInput = {
  ...bare,
  scheme: { ...sampleInput.scheme, code: 'none', standing: 'none' },
  projects: bare.projects.map(({ costCents: _, ...project }) => project),
  lines: bare.lines.map(({ costCents: _, months, ...line }) => ({
    ...line,
    months: months.map(({ costCents: __, ...month }) => month),
  })),
  names: bare.names.map((name) => ({ ...name, pay: [] })),
};

const texts = (cells: readonly ReadCell[]): string[] =>
  cells.map(({ value }) => value).filter((value) => typeof value === 'string');
const sheetsOf = (cells: readonly ReadCell[]): string[] => [...new Set(cells.map(({ sheet }) => sheet))];

/** The cells under a header, without the total. */
function column(cells: readonly ReadCell[], sheet: string, header: string): ReadCell[] {
  const ofSheet = cells.filter((cell) => cell.sheet === sheet);
  const head = ofSheet.find(({ value }) => value === header);
  if (head === undefined) throw new Error(`no ${header} on ${sheet}`);
  const [, letter, row] = /^([A-Z]+)(\d+)$/.exec(head.address)!;
  const below = ofSheet.filter(({ address }) => new RegExp(`^${letter}\\d+$`).test(address));
  const total = ofSheet.find(({ value }) => value === 'Total')?.address.replace(/\D/g, '') ?? '1000000';
  const place = ({ address }: ReadCell): number => Number(address.replace(/\D/g, ''));
  return below.filter((cell) => place(cell) > Number(row) && place(cell) < Number(total));
}

const sum = (cells: readonly ReadCell[]): number => cells.reduce((total, { value }) => total + Number(value), 0);

describe('the sheets', () => {
  it('are opened by our own guard and reader, with the columns that add up to what was signed', async () => {
    const archive = openArchive(await render('names', 'fr'));
    const sheets = sheetsWithRows(readXlsx(archive, workbookPart(archive)!));
    expect(sheets.filter(({ sheet }) => sheet.hidden)).toEqual([]);
    const lines = sheets.find(({ sheet }) => sheet.name === 'Détail')!.rows;
    const header = lines[2]!.cells.map((cell) => (cell?.kind === 'text' ? cell.text : ''));
    const numbers = (name: string): number[] =>
      lines.slice(3, -1).map(({ cells }) => {
        const cell = cells[header.indexOf(name)];
        if (cell?.kind !== 'number') throw new Error(`${name} is not a number`);
        return Number(cell.text);
      });
    const added = (name: string): number => numbers(name).reduce((total, each) => total + each, 0);
    expect(added('Déclaré (min)')).toBe(60_000);
    expect(added('Retenu (min)')).toBe(52_000);
    expect(added('Coût (centimes)')).toBe(4_012_345);
    expect(numbers('Coût (€)')).toEqual([20_000.01, 15_123.45, 4_999.99]);
  });

  it('show each level what it may see, and no more', async () => {
    const french = [
      'Lisez-moi',
      'Synthèse',
      'Projets',
      'Confirmations',
      'Licences',
      'Paramètres',
      'Calcul',
      'Contrôle',
    ];
    const totals = readCells(await render('totals', 'fr'));
    const lines = readCells(await render('lines', 'fr'));
    const names = readCells(await render('names', 'fr'));
    expect(sheetsOf(totals)).toEqual(french);
    expect(sheetsOf(lines)).toEqual(french.toSpliced(3, 0, 'Détail'));
    expect(sheetsOf(names)).toEqual(french.toSpliced(3, 0, 'Détail', 'Personnes'));
    const secrets = ['Anne-Zoé Exemple', 'Noël Fictif', 4_800_000, 48_000];
    const shown = (cells: readonly ReadCell[]) => secrets.filter((each) => cells.some(({ value }) => value === each));
    expect(shown(totals)).toEqual([]);
    expect(shown(lines)).toEqual([]);
    expect(shown(names)).toEqual(secrets);
    expect(texts(names).filter((text) => /^[ab]{40}$/.test(text))).toEqual([]);
  });

  it('bear English names and words in the English edition', async () => {
    const cells = readCells(await render('names', 'en'));
    expect(sheetsOf(cells)).toEqual([
      'Read me',
      'Summary',
      'Projects',
      'Lines',
      'People',
      'Confirmations',
      'Licences',
      'Parameters',
      'Computation',
      'Control',
    ]);
    expect(texts(cells).filter((text) => /\b(?:Déclaré|Retenu|Projets|État)\b/i.test(text))).toEqual([]);
  });

  it('are frozen under the header, filtered, and set up for print', async () => {
    const parts = partsOf(await render('lines', 'fr'));
    const lines = parts['xl/worksheets/sheet4.xml']!;
    expect(lines).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4"');
    expect(lines).toMatch(/<autoFilter ref="A3:[A-Z]+6"\/>/);
    expect(lines).toContain('fitToPage="1"');
    expect(lines).toContain('paperSize="9" orientation="landscape"');
    expect(parts['xl/workbook.xml']).toContain('&apos;Détail&apos;!$A:$B,&apos;Détail&apos;!$1:$3');
  });
});

describe('the numbers', () => {
  it('are whole minutes, half-days and cents, and the euros are those cents', async () => {
    const cells = readCells(await render('lines', 'fr'));
    for (const sheet of ['Projets', 'Détail']) {
      const cents = column(cells, sheet, 'Coût (centimes)');
      const euros = column(cells, sheet, 'Coût (€)');
      expect(euros.map(({ value }) => String(value))).toEqual(
        cents.map(({ value }) => (Number(value) / 100).toFixed(2).replace(/\.?0+$/, '')),
      );
      expect(sum(cents)).toBe(4_012_345);
      expect(sum(column(cells, sheet, 'Déclaré (min)'))).toBe(60_000);
      expect(sum(column(cells, sheet, 'Déclaré (demi-j.)'))).toBe(20);
      expect(column(cells, sheet, 'Déclaré (min)').every(({ value }) => Number.isInteger(value))).toBe(true);
      for (const gap of column(cells, sheet, 'Écart : déclaré − somme (min)')) expect(gap.value).toBe(0);
    }
  });

  it('stand under sums whose stored result is the sum of the cells', async () => {
    const cells = readCells(await render('names', 'en'));
    const sums = cells.filter(({ formula }) => /^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/.test(formula ?? ''));
    expect(sums.length).toBeGreaterThan(40);
    for (const { sheet, formula, value } of sums) {
      const [, letter, first, last] = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula!)!;
      const added = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
        cells.find((cell) => cell.sheet === sheet && cell.address === `${letter}${Number(first) + i}`),
      );
      const cents = added.reduce((total, cell) => total + Math.round(Number(cell?.value ?? 0) * 100), 0);
      expect([sheet, formula, Math.round(Number(value) * 100)]).toEqual([sheet, formula, cents]);
    }
  });

  it('are all OK on the control sheet, beside the fingerprints to compare', async () => {
    const cells = readCells(await render('lines', 'fr')).filter(({ sheet }) => sheet === 'Contrôle');
    const verdicts = column(cells, 'Contrôle', 'Résultat');
    expect(verdicts.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, () => 'OK'));
    expect(verdicts[0]?.formula).toBe('IF(AND(E4=0,G4=0),"OK","≠")');
    for (const print of [hex('jws'), hex('json'), 'the-kid', hex('rules'), hex('computation'), hex('company')]) {
      expect(texts(cells)).toContain(print);
    }
  });

  it('are told apart on the control sheet where the sheets do not add up to what was signed', async () => {
    const input = workbookInput('lines', 'fr');
    const minutes = { ...input.payload.minutes, awaiting: 3_601 };
    const cells = readCells(await renderXlsx({ ...input, payload: { ...input.payload, minutes } }));
    const verdicts = column(cells, 'Contrôle', 'Résultat').map(({ value }) => value);
    expect(verdicts.filter((verdict) => verdict === '≠')).toHaveLength(1);
    expect(verdicts[6]).toBe('≠');
  });

  it('are dates of the signed days, whatever the zone of the machine', async () => {
    // biome-ignore lint/plugin: to see that the zone of this test is far from UTC.
    expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(-840);
    const cells = readCells(await render('names', 'fr'));
    // 45658 = 2025-01-01, 46022 = 2025-12-31, 46054.395833 = 2026-02-01 09:30 in the 1900 system.
    const at = (sheet: string, header: string): ReadCell => column(cells, sheet, header)[0]!;
    expect(at('Personnes', 'Du')).toMatchObject({ value: 45_658, format: 'dd/mm/yyyy_)' });
    expect(at('Personnes', 'Au (inclus)').value).toBe(46_022);
    expect(at('Confirmations', 'Confirmé le (UTC)').value).toBeCloseTo(46_054.395833, 5);
  });

  it('keep exact ratios beside their signed text', async () => {
    const cells = readCells(await render('totals', 'fr'));
    expect(column(cells, 'Paramètres', 'Valeur, comme signée').map(({ value }) => value)).toEqual([
      '43/100',
      '2/5',
      '1/20',
      '3/10',
      '10000000000',
    ]);
    expect(column(cells, 'Paramètres', 'En nombre').map(({ formula, value }) => [formula, value])).toEqual([
      ['43/100', 0.43],
      ['2/5', 0.4],
      ['1/20', 0.05],
      ['3/10', 0.3],
      [null, 10_000_000_000],
    ]);
  });
});

describe('the summary', () => {
  it('says on whom awaiting time waits, and why', async () => {
    const cells = readCells(await render('totals', 'fr')).filter(({ sheet }) => sheet === 'Synthèse');
    const beside = (label: string): unknown[] => {
      const rows = cells.filter(({ value }) => value === label).map(({ address }) => address.slice(1));
      return rows.map((row) => cells.find(({ address }) => address === `B${row}`)?.value);
    };
    expect(beside('En attente, dont la fondation : not-confirmed')).toEqual([3_000, 3]);
    expect(beside('En attente, dont l’employeur : contested')).toEqual([600]);
  });
});

describe('the computation', () => {
  const stepsOf = (cells: readonly ReadCell[], letter: string): ReadCell[] =>
    cells.filter(
      ({ sheet, address }) => sheet === 'Calcul' && /^[A-Z](?:[5-9]|1[01])$/.test(address) && address[0] === letter,
    );
  const { simulation } = build().payload;

  it('has one row a step: sentence, article, exact value, a live formula with its result, and cents', async () => {
    const cells = readCells(await render('names', 'fr'));
    const { steps } = simulation!;
    expect(stepsOf(cells, 'C').map(({ value }) => value)).toEqual(steps.map(({ fr }) => fr));
    expect(stepsOf(cells, 'D')[0]?.value).toBe('sur le modèle du CGI 244 quater B, II b');
    expect(stepsOf(cells, 'E').map(({ value }) => value)).toEqual(steps.map(({ exactEuros }) => exactEuros));
    expect(stepsOf(cells, 'G').map(({ value }) => value)).toEqual(steps.map(({ cents }) => cents));
    expect(stepsOf(cells, 'I').map(({ value }) => value)).toEqual(steps.map(() => 0));
    for (const { formula, value } of stepsOf(cells, 'F')) {
      expect(formula).toMatch(/[A-Z]\d/);
      expect(typeof value).toBe('number');
    }
  });

  it('starts from the pay at level names, from the signed staff cost below, and says which', async () => {
    const at = async (level: ViewLevel) => {
      const cells = readCells(await render(level, 'fr'));
      const said = cells.find(({ sheet, address }) => sheet === 'Calcul' && address === 'A3')?.value;
      return { said, formulas: stepsOf(cells, 'F').map(({ formula }) => formula) };
    };
    const [names, lines, totals] = [await at('names'), await at('lines'), await at('totals')];
    expect(names.formulas[0]).toBe("SUM('Personnes'!S4:S5)");
    expect(names.said).toMatch(/^Refait en entier/);
    for (const { formulas } of [lines, totals]) {
      expect(formulas[0]).toBe(simulation!.steps[0]!.exactEuros);
      expect(formulas.slice(1, 2)).toEqual(names.formulas.slice(1, 2));
      expect(formulas.slice(3)).toEqual(names.formulas.slice(3));
    }
    expect(lines.said).toContain('tel que signé');
    expect(totals.said).toBe(lines.said);
  });

  it('uses nothing outside the workbook, and nothing that changes by itself', async () => {
    const formulas = readCells(await render('names', 'en')).flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((each) => /\[|http|NOW|TODAY|RAND|OFFSET|INDIRECT|INFO|CELL\(/i.test(each))).toEqual([]);
  });

  it('is compared on the control sheet, where an altered step shows', async () => {
    const input = workbookInput('totals', 'fr');
    const results = async (payload: WorkbookInput['payload']) =>
      readCells(await renderXlsx({ ...input, payload }))
        .filter(({ sheet, address, formula }) => sheet === 'Contrôle' && address.startsWith('F') && formula !== null)
        .map(({ value }) => value)
        .slice(-3);
    expect(await results(input.payload)).toEqual(['OK', 'OK', 'OK']);
    const signed = input.payload.simulation!;
    const steps = signed.steps.map((step, at) => (at === 6 ? { ...step, exactEuros: '1' } : step));
    expect(await results({ ...input.payload, simulation: { ...signed, steps } })).toEqual(['OK', '≠', '≠']);
  });

  it('shortens an exact value that no cell can hold, and still works it out', async () => {
    const input = workbookInput('totals', 'fr');
    const signed = input.payload.simulation!;
    const long = `${'1'.repeat(40_000)}/${'2'.repeat(39_999)}`;
    const steps = signed.steps.map((step, at) => (at === 0 ? { ...step, exactEuros: long } : step));
    const cells = readCells(
      await renderXlsx({ ...input, payload: { ...input.payload, simulation: { ...signed, steps } } }),
    );
    expect(stepsOf(cells, 'E')[0]?.value).toMatch(
      /^1{40}…\/2{40}… \(40000\/39999 chiffres, en entier dans statement\.json\)$/,
    );
    expect(stepsOf(cells, 'F')[0]).toMatchObject({ formula: '5+0/1000000000000', value: 5 });
  });
});

describe('a proposal', () => {
  const banner = { fr: 'Simulation — aucun effet juridique', en: 'Simulation — no legal effect' } as const;

  it.each(['fr', 'en'] as const)('is called a simulation on each sheet and printed page: %s', async (language) => {
    const workbook = await render('names', language);
    const cells = readCells(workbook);
    const marked = cells.filter(({ address, value }) => address === 'A2' && value === banner[language]);
    expect(marked.map(({ sheet }) => sheet)).toEqual(sheetsOf(cells));
    const sheets = Object.entries(partsOf(workbook)).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(10);
    for (const [, xml] of sheets) expect(xml).toContain(`&amp;R&amp;B${banner[language]}</oddHeader>`);
  });

  it('is never called valid, at any level, in any language', async () => {
    for (const language of ['fr', 'en'] as const) {
      const cells = readCells(await render('names', language));
      expect(texts(cells).filter((text) => /valid/i.test(text))).toEqual([]);
    }
  });
});

describe('another standing', () => {
  it('prints relief without the word simulation when the scheme is in force', async () => {
    const cells = readCells(await render('lines', 'fr', inForce));
    expect(texts(cells).filter((text) => /simul/i.test(text))).toEqual([]);
    expect(texts(cells)).toContain('Avantage, au centime');
  });

  it('prints no amount at all on a contribution statement', async () => {
    const cells = readCells(await render('names', 'fr', unpriced));
    expect(texts(cells).filter((text) => /€|centimes \(|Montants|Avantage,|Assiette/.test(text))).toEqual([]);
    expect(cells.filter(({ format }) => format.includes('0.00')).every(({ formula }) => formula !== null)).toBe(true);
    expect(column(cells, 'Personnes', 'Nom').map(({ value }) => value)).toEqual(['Anne-Zoé Exemple', 'Noël Fictif']);
  });
});

describe('text', () => {
  it('that begins like a formula stays text', async () => {
    const [first, second] = sampleInput.projects;
    const risky = ['=HYPERLINK("http://example.org")', '+1', '-1', '@SUM(A1)'];
    const names = sampleInput.names.map((name, i) => ({ ...name, name: risky[i]! }));
    const projects = [
      { ...first!, name: risky[2]! },
      { ...second!, name: risky[3]! },
    ];
    const cells = readCells(await render('names', 'fr', { ...sampleInput, names, projects }));
    for (const text of risky) {
      const found = cells.filter(({ value }) => value === text);
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(({ formula }) => formula)).toEqual(found.map(() => null));
    }
    expect(cells.filter(({ formula }) => formula !== null && /HYPERLINK|@/.test(formula))).toEqual([]);
  });

  it('that no XML can hold is shown as replaced, and spoils no file', async () => {
    const operator = { name: 'A\u0000B\uffffC <&> "é"', isClaimant: false };
    const workbook = await render('totals', 'fr', { ...sampleInput, operator });
    expect(texts(readCells(workbook))).toContain('A\ufffdB\ufffdC <&> "é"');
    const archive = openArchive(workbook);
    expect(readXlsx(archive, workbookPart(archive)!).sheets).toHaveLength(8);
  });
});
