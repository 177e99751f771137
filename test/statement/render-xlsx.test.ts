// The workbook: what another reader finds in it, what adds up, who sees what at each level, and what a proposal must bear.
import { describe, expect, it } from 'vitest';
import { readXlsx, workbookPart } from '../../lib/intake/xlsx.ts';
import { openArchive } from '../../lib/intake/zip.ts';
import type { StatementInput } from '../../lib/statement/build.ts';
import { renderXlsx, renderXlsxTo, type WorkbookInput } from '../../lib/statement/render-xlsx.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { sheetsOf as sheetsWithRows } from '../intake/sheets.ts';
import { partsOf, type ReadCell, readCells } from './cells.ts';
import { build, hex, sampleInput } from './sample-statement.ts';
import { sampleCorrections, sampleEntries, workbookInput } from './workbook-input.ts';

// Far from UTC, so that a date written in local time would be another day.
process.env.TZ = 'Pacific/Kiritimati';

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
    expect(numbers('Coût (€)')).toEqual(['6111.12', '13888.89', '15123.45', '0', '4999.99'].map(Number));
  });

  it('show each level what it may see, and no more', async () => {
    const french = [
      'Lisez-moi',
      'Synthèse',
      'Projets',
      'Confirmations',
      'Licences',
      'Calcul',
      'Corrections',
      'Paramètres',
      'Contrôle',
    ];
    const totals = readCells(await render('totals', 'fr'));
    const lines = readCells(await render('lines', 'fr'));
    const names = readCells(await render('names', 'fr'));
    expect(sheetsOf(totals)).toEqual(french);
    expect(sheetsOf(lines)).toEqual(french.toSpliced(2, 0, 'Détail'));
    expect(sheetsOf(names)).toEqual(french.toSpliced(2, 1, 'Détail', 'Projets', 'Personnes'));
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
      'Detail',
      'Projects',
      'People',
      'Confirmations',
      'Licences',
      'Computation',
      'Corrections',
      'Parameters',
      'Control',
    ]);
    expect(texts(cells).filter((text) => /\b(?:Déclaré|Retenu|Projets|État)\b/i.test(text))).toEqual([]);
  });

  it('are frozen under the header, filtered, and set up for print', async () => {
    const parts = partsOf(await render('lines', 'fr'));
    const lines = parts['xl/worksheets/sheet3.xml']!;
    expect(lines).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4"');
    expect(lines).toMatch(/<autoFilter ref="A3:[A-Z]+8"\/>/);
    expect(lines).toContain('fitToPage="1"');
    expect(lines).toContain('paperSize="9" orientation="landscape"');
    expect(parts['xl/workbook.xml']).toContain("'Détail'!$A:$B,'Détail'!$1:$3");
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
    expect(at('Personnes', 'Du')).toMatchObject({ value: 45_658, format: 'dd/mm/yyyy' });
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
    expect(sheets).toHaveLength(11);
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
    expect(readXlsx(archive, workbookPart(archive)!).sheets).toHaveLength(9);
  });
});

describe('the preset of finance', () => {
  const finance = async (level: ViewLevel, language: 'fr' | 'en' = 'fr', input = sampleInput) =>
    readCells(await renderXlsx({ ...workbookInput(level, language, input), preset: 'finance' }));

  it('has the seven sheets of finance at every level, and no name at any', async () => {
    for (const level of ['totals', 'lines', 'names'] as const) {
      const cells = await finance(level);
      expect(sheetsOf(cells)).toEqual([
        'Lisez-moi',
        'Synthèse',
        'Détail',
        'Calcul',
        'Corrections',
        'Paramètres',
        'Contrôle',
      ]);
      expect(texts(cells).filter((text) => /Anne|Fictif/.test(text))).toEqual([]);
    }
    expect(sheetsOf(await finance('lines', 'en'))).toEqual([
      'Read me',
      'Summary',
      'Detail',
      'Computation',
      'Corrections',
      'Parameters',
      'Control',
    ]);
  });

  it('has one line a person, project and month, with all that is booked of it', async () => {
    const cells = await finance('lines');
    const of = (header: string) => column(cells, 'Détail', header).map(({ value }) => value);
    expect(of('Ligne')).toEqual(['L1-2025-01', 'L1-2025-03', 'L2-2025-06', 'L2-2025-07', 'L3-2025-02']);
    expect(column(cells, 'Détail', 'Mois')[0]).toMatchObject({ value: 45_658, format: 'mm/yyyy' });
    expect(of('Minutes retenues')).toEqual([11_000, 25_000, 16_000, 0, 0]);
    expect(column(cells, 'Détail', 'Heures retenues (h:mm)')[0]).toMatchObject({
      formula: 'G4/1440',
      value: 11_000 / 1440,
      format: '[h]:mm_)',
    });
    expect(column(cells, 'Détail', 'Heures retenues')[0]).toMatchObject({ formula: 'G4/60', value: 11_000 / 60 });
    expect(of('Demi-journées retenues')).toEqual([0, 0, 0, 0, 16]);
    expect(of('Jours retenus')).toEqual([0, 0, 0, 0, 8]);
    expect(of('Montant éligible (centimes)')).toEqual([611_112, 1_388_889, 1_512_345, 0, 499_999]);
    expect(of('Tranche de taux')).toEqual(Array.from({ length: 5 }, () => '30 %'));
    expect(of('Situation')).toEqual(['retenu en partie', 'retenu', 'retenu en partie', 'écarté', 'retenu en partie']);
    expect(of('État n°')).toEqual(Array.from({ length: 5 }, () => '2025-0001'));
    expect(of('Confirmation n°').filter((value) => value !== '')).toEqual(['C1', 'C1']);
  });

  it('is compared with what was signed, figure by figure that it has', async () => {
    const cells = await finance('lines');
    expect(
      column(cells, 'Contrôle', 'Ce qui est comparé')
        .slice(0, 3)
        .map(({ value }) => value),
    ).toEqual(['Retenu', 'Retenu', 'Coût de personnel']);
    expect(
      column(cells, 'Contrôle', 'Signé')
        .slice(0, 3)
        .map(({ value }) => value),
    ).toEqual([52_000, 16, 4_012_345]);
    const results = column(cells, 'Contrôle', 'Résultat').filter(({ formula }) => formula !== null);
    expect(results.map(({ value }) => value)).toEqual(Array.from({ length: 6 }, () => 'OK'));
  });

  it('has no amount and no rate on a contribution statement', async () => {
    const cells = await finance('lines', 'fr', unpriced);
    expect(texts(cells).filter((text) => /Montant éligible|Tranche de taux/.test(text))).toEqual([]);
    expect(sheetsOf(cells)).not.toContain('Calcul');
  });
});

describe('the corrections', () => {
  const shown = async (level: ViewLevel, added: Partial<WorkbookInput>) =>
    readCells(await renderXlsx({ ...workbookInput(level, 'fr'), ...added })).filter(
      ({ sheet }) => sheet === 'Corrections',
    );

  it('are both values of each month with the reason, the days, and whether the statement rests on it', async () => {
    const cells = await shown('names', { corrections: sampleCorrections });
    const of = (header: string) => column(cells, 'Corrections', header).map(({ value }) => value);
    expect(of('Déclaré alors').slice(0, 2)).toEqual([25_000, 0]);
    expect(of('Déclaré maintenant').slice(0, 2)).toEqual([24_520, 600]);
    expect(column(cells, 'Corrections', 'Déclaré, différence')[0]).toMatchObject({ formula: 'F6-E6', value: -480 });
    expect(of('Motif')[0]).toBe('=Saisi deux fois le 12 mars');
    expect(column(cells, 'Corrections', 'Motif')[0]?.formula).toBeNull();
    expect(of('Ce qui s’est passé')[0]).toBe('régularisation, confirmé par la fondation');
    expect(of('Dans cet état')[0]).toBe('non, pas encore');
    expect(of('Premier fait')[0]).toBe(46_091);
    expect(texts(cells)).toContain('paie enregistrée');
    expect(texts(cells).join()).toContain('Comparé au dernier export de cet exercice : état 2025-0001');
  });

  it('give no reason where names are not shown, in either preset: a free text may say anything of anybody', async () => {
    for (const [level, preset] of [
      ['lines', 'full'],
      ['totals', 'full'],
      ['names', 'finance'],
    ] as const) {
      const cells = await shown(level, { corrections: sampleCorrections, preset });
      expect(texts(cells).filter((text) => /Saisi deux fois|Motif/.test(text))).toEqual([]);
      expect(texts(cells).join()).toContain('régularisation');
    }
  });

  it('tell no person apart at level totals', async () => {
    const cells = await shown('totals', { corrections: sampleCorrections });
    expect(texts(cells).join()).not.toContain('Personne n°');
    expect(column(cells, 'Corrections', 'Déclaré maintenant').map(({ value }) => value)[0]).toBe(25_120);
    expect(column(cells, 'Corrections', 'Dans cet état')[0]?.value).toBe('en partie');
  });

  it('say that nothing changed, and that nobody asked the ledger', async () => {
    const still = { ...sampleCorrections, months: [], others: [] };
    expect(texts(await shown('lines', { corrections: still })).join()).toContain('Rien n’a changé jusqu’au 2026-04-02');
    expect(texts(await shown('lines', {})).join()).toContain('fait des seuls fichiers signés');
  });

  it('set a statement beside the one that it replaces, figure by figure', async () => {
    const { payload } = build();
    const minutes = { ...payload.minutes, declared: 60_480 };
    const cells = await shown('totals', { earlier: { ...payload, number: '2025-0000', minutes } });
    const row = cells.find(({ value }) => value === 60_480)!.address.slice(1);
    const at = (letter: string) => cells.find(({ address }) => address === `${letter}${row}`);
    expect(at('C')?.value).toBe(60_000);
    expect(at('D')).toMatchObject({ formula: `C${row}-B${row}`, value: -480 });
    expect(texts(cells)).toContain('État 2025-0000, remplacé');
  });
});

describe('the entries', () => {
  it('that are not what was signed any more are left out, and the sheet says why, in both languages', async () => {
    for (const [language, sheet, words] of [
      ['fr', 'Saisies', 'D’autres employeurs'],
      ['en', 'Entries', 'Other employers'],
    ] as const) {
      const cells = readCells(await renderXlsx({ ...workbookInput('names', language), entries: 'moved' }));
      const said = cells.filter((cell) => cell.sheet === sheet).map(({ value }) => String(value));
      expect(said.some((text) => text.startsWith(words))).toBe(true);
      expect(cells.some((cell) => cell.sheet === 'Traces')).toBe(false);
    }
  });

  it('stand at level names of the full preset alone, with file, sheet, cell and traces', async () => {
    const input = { ...workbookInput('names', 'fr'), entries: sampleEntries };
    const cells = readCells(await renderXlsx(input));
    const of = (header: string) => column(cells, 'Saisies', header).map(({ value }) => value);
    expect(of('Fichier')).toEqual(['temps-mars.xlsx', 'correction 12']);
    expect(of('Cellule')).toEqual(['F14']);
    expect(of('Ligne')).toEqual(['L1-2025-03', 'L2-2025-06']);
    expect(of('Où ce temps a fini')[0]).toBe('retenu 420, écarté 60 (daily-max-exceeded)');
    expect(column(cells, 'Traces', 'Commit').map(({ value }) => value)).toEqual(['a'.repeat(40)]);
    for (const level of ['totals', 'lines'] as const) {
      const lower = readCells(await renderXlsx({ ...workbookInput(level, 'fr'), entries: sampleEntries }));
      expect(sheetsOf(lower)).not.toContain('Saisies');
    }
    expect(sheetsOf(readCells(await renderXlsx({ ...input, preset: 'finance' })))).not.toContain('Saisies');
  });
});

describe('the file', () => {
  it('is the same bytes again, and written in pieces', async () => {
    const input = { ...workbookInput('names', 'fr'), corrections: sampleCorrections, entries: sampleEntries };
    const [first, again] = [await renderXlsx(input), await renderXlsx(input)];
    expect(again).toEqual(first);
    const pieces: Uint8Array[] = [];
    renderXlsxTo(input, (bytes) => pieces.push(bytes));
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(first));
  });

  it('says what it is, in which language, and when it was issued', async () => {
    const core = partsOf(await render('totals', 'fr'))['docProps/core.xml']!;
    expect(core).toContain('<dc:title>État de contribution n° 2025-0001</dc:title>');
    expect(core).toContain('<dc:subject>Rail Exemple &amp; Fils SA, SIREN 999001001</dc:subject>');
    expect(core).toContain('<dc:language>fr</dc:language>');
    expect(core).toContain('2026-03-02T00:00:00.000Z</dcterms:created>');
  });

  it('prints number, sheet and page on every page', async () => {
    for (const [name, xml] of Object.entries(partsOf(await render('names', 'en')))) {
      if (!name.startsWith('xl/worksheets/')) continue;
      expect(xml).toContain('<oddHeader>&amp;LStatement 2025-0001');
      expect(xml).toMatch(/<oddFooter>&amp;LStatement 2025-0001 · [^<]+&amp;Rpage &amp;P\/&amp;N<\/oddFooter>/);
    }
  });
});
