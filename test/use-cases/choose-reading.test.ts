// What HR says about a file: laid over what she said before, kept for the next file of the layout, pinned by what is posted.
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../lib/intake/understanding.ts';
import type { Ports } from '../../lib/ports.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { type ChoiceSaid, chooseReading } from '../../lib/use-cases/choose-reading.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import { type PostAnswer, postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { profileFor, profilesOf } from '../../lib/use-cases/profiles.ts';
import { keptChoices } from '../../lib/use-cases/reading-choices.ts';
import { receiveTimesheet } from '../../lib/use-cases/receive-timesheet.ts';
import { showChange } from '../../lib/use-cases/show-change.ts';
import { showPreview } from '../../lib/use-cases/show-preview.ts';
import { showReceipt } from '../../lib/use-cases/show-receipt.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { xlsxParts, zipOf } from '../intake/workbook.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { lend, organisation } from './organisation.ts';

async function withFile(ports: Ports, ...lines: readonly string[]) {
  const { company, hr } = await organisation(ports);
  await lend(ports, { company, hr }, 'R-1', 'alix@rail.example');
  const file = csvFile(...lines);
  const received = await receiveTimesheet(ports, { company, file, year: 2025 });
  const at = { company, year: 2025, sha256: received.sha256 };
  const say = async (said: ChoiceSaid, choices: string | null = received.choices) =>
    chooseReading(ports, { ...at, by: hr, choices, said });
  const shown = (choices: string | null) => showPreview(ports, { ...at, choices });
  const post = (choices: Choices | null) =>
    postTimesheet(ports, { company, by: hr, file, year: 2025, choices, accept: [] });
  return { company, hr, file, received, at, say, shown, post };
}

describe('a workbook with a sheet for each person', () => {
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (...texts: string[]) => `<row>${texts.map(inline).join('')}</row>`;
  const xml = `<sheetData>${row('Date', 'Projet', 'Heures')}${row('03/03/2025', 'rail', '7:20')}${row('03/03/2025', 'Congés payés', '1:00')}</sheetData>`;
  const file = { name: 'Mars.xlsx', bytes: zipOf(xlsxParts([{ name: 'R-1', xml }])) };

  it('is read, leaves aside what is not needed, and the next one is read without asking', async () => {
    const { ports } = testLedger();
    const { company, hr } = await organisation(ports);
    await lend(ports, { company, hr }, 'R-1', 'alix@rail.example');
    const received = await receiveTimesheet(ports, { company, file, year: 2025 });
    const at = { company, by: hr, year: 2025, sha256: received.sha256 };
    const before = await showChange(ports, { ...at, choices: null });
    expect(before.personFrom).toEqual({ understood: null, chosen: null });

    const layout = { personFrom: 'sheet-name' } as const;
    const said = await chooseReading(ports, {
      ...at,
      choices: null,
      said: { what: 'layout', layout, keepAs: 'Par personne' },
    });
    const projects = ['Congés payés'];
    const { choices } = await chooseReading(ports, {
      ...{ ...at, choices: said.choices },
      said: { what: 'not-needed', people: [], projects },
    });
    const preview = await showPreview(ports, { ...at, choices });
    expect(preview.totals).toMatchObject({ toFix: 0 });
    expect(preview.problems.filter(({ severity }) => severity === 'must-fix')).toEqual([]);
    expect((await showChange(ports, { ...at, choices })).personFrom).toEqual({
      understood: 'sheet-name',
      chosen: 'sheet-name',
    });
    expect((await profileFor(ports, company, file))?.choices).toMatchObject(layout);
  });
});

describe('a grid with rows of absences', () => {
  const row = (...texts: (string | number)[]) =>
    `<row>${texts.map((text) => (typeof text === 'number' ? `<c><v>${text}</v></c>` : text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
  const days = Array.from({ length: 31 }, (_, day) => day + 1);
  const xml = `<sheetData>${row('Matricule :', 'R-1')}${row('Projet', ...days, 'Total heures')}${row('rail', '', '', 7, 3.5, '', '', '', 7)}${row('Congés payés', '', '', '', 3.5)}${row('RTT', '', '', '', '', 7)}${row('Intercontrat')}${row('Total', '', '', 7, 7, 7)}</sheetData>`;
  const file = { name: 'CRA.xlsx', bytes: zipOf(xlsxParts([{ name: 'Mars 2025', xml }])) };

  it('is posted once HR has said that those are not needed, and counts them', async () => {
    const { ports } = testLedger();
    const { company, hr } = await organisation(ports);
    await lend(ports, { company, hr }, 'R-1', 'alix@rail.example');
    const received = await receiveTimesheet(ports, { company, file, year: 2025 });
    const at = { company, year: 2025, sha256: received.sha256 };
    const before = await showPreview(ports, { ...at, choices: received.choices });
    expect(before.unknownProjects.map(({ text }) => text)).toEqual(['Congés payés', 'RTT']);

    const said: ChoiceSaid = { what: 'not-needed', people: [], projects: ['Congés payés', 'RTT'] };
    const { choices } = await chooseReading(ports, { ...at, by: hr, choices: received.choices, said });
    const preview = await showPreview(ports, { ...at, choices });
    expect(preview.problems.filter(({ severity }) => severity === 'must-fix')).toEqual([]);
    expect(preview.totals).toMatchObject({ rows: 5, leftOut: 2 });
    const kept = await keptChoices(ports, company, choices);
    expect(await postTimesheet(ports, { company, by: hr, file, year: 2025, choices: kept, accept: [] })).toHaveProperty(
      'receipt',
    );
  });
});

describe('a file whose layout nobody recognises', () => {
  const odd = ['Relevé du pôle', 'Alpha;Bravo;Charlie;Delta', 'R-1;03/03/2025;rail;7,20', 'R-1;04/03/2025;rail;7,00'];
  const layout: ChoiceSaid = {
    what: 'layout',
    layout: {
      headerRow: 2,
      columns: { 'person-id': 'Alpha', date: 'Bravo', project: 'Charlie', quantity: 'Delta' },
      unit: 'hour',
    },
    keepAs: 'Relevé du pôle',
  };

  it('is shown with its first rows, and read once HR has said what its columns are', async () => {
    const { ports } = testLedger();
    const { received, at, say, shown, post } = await withFile(ports, ...odd);
    expect(received.isUnderstood).toBe(false);
    const change = await showChange(ports, { ...at, choices: null });
    expect(change.notUnderstood?.fr).toBeTruthy();
    expect(change.firstRows.rows[1]?.cells).toEqual(['Alpha', 'Bravo', 'Charlie', 'Delta']);

    const { choices, kept } = await say(layout);
    expect(kept).toBe('Relevé du pôle');
    const preview = await shown(choices);
    expect(preview.totals).toMatchObject({ rows: 2, ready: 2, toFix: 0, minutes: 852 });
    expect(preview.profile).toMatchObject({ name: 'Relevé du pôle', version: 1 });
    expect(await post(await keptChoices(ports, at.company, choices))).toHaveProperty('receipt');
  });

  it('is read by its profile the next time, wherever the header stands', async () => {
    const { ports } = testLedger();
    const { company, say } = await withFile(ports, ...odd);
    await say(layout);
    const next = csvFile('Relevé du pôle', '', 'Avril', 'Delta;Alpha;Bravo;Charlie', '6,90;R-1;01/04/2025;rail');
    const received = await receiveTimesheet(ports, { company, file: next, year: 2025 });
    expect(received.isUnderstood).toBe(true);
    const preview = await showPreview(ports, { company, year: 2025, ...received });
    expect(preview.totals).toMatchObject({ ready: 1, minutes: 414 });
    expect(preview.profile).toMatchObject({ name: 'Relevé du pôle', version: 1 });
  });

  it('is read by the profile that has most of its headers, not by the newest that has some', async () => {
    const { ports } = testLedger();
    const { company, hr, say } = await withFile(ports, ...odd);
    await say(layout);
    const narrow = { ...layout, layout: { unit: 'hour' as const, headerRow: 1 }, keepAs: 'Étroit' };
    const file = csvFile('Alpha;Bravo', 'R-1;03/03/2025');
    const { sha256 } = await receiveTimesheet(ports, { company, file, year: 2025 });
    const later = { ...ports, clock: { now: () => ports.clock.now() + 60_000 } };
    await chooseReading(later, { company, by: hr, year: 2025, sha256, choices: null, said: narrow });
    expect(await profilesOf(ports, company)).toHaveLength(2);
    const found = await profileFor(ports, company, csvFile(...odd));
    expect(found?.profile.name).toBe('Relevé du pôle');
  });

  it('is looked for on each sheet of a workbook whose sheets have it on other rows, or not at all', async () => {
    const { ports } = testLedger();
    const { company, say } = await withFile(ports, ...odd);
    await say(layout);
    const line = (at: number, ...texts: string[]): string =>
      `<row r="${at}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const head = ['Alpha', 'Bravo', 'Charlie', 'Delta'];
    const sheets = [
      { name: 'Notice', xml: `<sheetData>${line(1, 'Une ligne par jour et par projet.')}</sheetData>` },
      {
        name: 'Mars',
        xml: `<sheetData>${line(1, ...head)}${line(2, 'R-1', '03/03/2025', 'rail', '7,20')}</sheetData>`,
      },
      {
        name: 'Avril',
        xml: `<sheetData>${line(3, ...head)}${line(4, 'R-1', '01/04/2025', 'rail', '7,10')}</sheetData>`,
      },
    ];
    const file = { name: 'deux-mois.xlsx', bytes: zipOf(xlsxParts(sheets)) };
    const received = await receiveTimesheet(ports, { company, file, year: 2025 });
    const preview = await showPreview(ports, { company, year: 2025, ...received });
    expect(preview.problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(preview.totals).toMatchObject({ ready: 2, minutes: 858 });
    expect(preview.profile).toMatchObject({ name: 'Relevé du pôle' });
  });

  it('is named on the receipt of what it read, and on no other', async () => {
    const { ports } = testLedger();
    const { company, hr, at, say, post } = await withFile(ports, ...odd);
    const { choices } = await say({ ...layout, keepAs: '' });
    const profileOn = async (posted: PostAnswer) => {
      const timesheet = 'receipt' in posted ? String(posted.receipt.timesheet) : '';
      return (await showReceipt(ports, { company, timesheet })).profile?.name;
    };
    // Without a name it has that of the file.
    expect(await profileOn(await post(await keptChoices(ports, company, choices)))).toBe('file');
    const file = csvFile('Matricule;Date;Projet;Heures', 'R-1;05/03/2025;rail;7');
    const { columns: _, ...same } = (await keptChoices(ports, company, choices))!;
    await chooseReading(ports, {
      ...{ company, by: hr, year: 2025, sha256: at.sha256, choices: null },
      said: { ...layout, layout: { headerRow: 2, unit: 'hour' } },
    });
    const other = { company, by: hr, file, year: 2025, choices: { ...same, headerRow: 1 }, accept: [] };
    expect(await profileOn(await postTimesheet(ports, other))).toBeUndefined();
  });

  it('has a profile that stands in no other file’s way, whatever characters that one is in', async () => {
    const { ports } = testLedger();
    const { company, say } = await withFile(ports, ...odd);
    await say({ ...layout, layout: { ...layout.layout, encoding: 'utf-8', delimiter: ';' } });
    const text = 'Matricule;Prénom;Date;Projet;Heures\nR-1;Zoé;03/03/2025;rail;7,20\n';
    const bytes = {
      latin: Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
      wide: Buffer.from(`\ufeff${text}`, 'utf16le'),
    };
    for (const [name, of] of Object.entries(bytes)) {
      const received = await receiveTimesheet(ports, { company, file: { name, bytes: of }, year: 2025 });
      expect([name, received.choices, received.isUnderstood]).toEqual([name, null, true]);
    }
  });

  it('has a profile in versions: said again it is the same one, said otherwise the next', async () => {
    const { ports } = testLedger();
    const { company, say } = await withFile(ports, ...odd);
    await say(layout);
    await say(layout);
    expect((await profilesOf(ports, company)).map(({ version }) => version)).toEqual([1]);
    await say({ ...layout, layout: { ...layout.layout, decimals: 'hundredths' } });
    expect((await profilesOf(ports, company)).map(({ version }) => version)).toEqual([2]);
  });

  it('keeps no profile as long as there is no header to know it by', async () => {
    const { ports } = testLedger();
    const { company, say } = await withFile(ports, ...odd);
    expect((await say({ what: 'layout', layout: { unit: 'hour' }, keepAs: 'Rien' })).kept).toBeNull();
    expect(await profilesOf(ports, company)).toEqual([]);
  });
});

describe('what is said of one file', () => {
  const header = 'Matricule;Date;Projet;Heures';

  it('puts a text in place of a cell, and takes it back', async () => {
    const { ports } = testLedger();
    const { say, shown } = await withFile(ports, header, 'R-1;03/03/2025;rail;7h75', 'R-1;04/03/2025;rail;7,20');
    const before = await shown(null);
    expect(before.fixable.map(({ key }) => key)).toEqual(['!D2']);
    const { choices } = await say({ what: 'cells', cells: { '!D2': '7:45' } });
    expect((await shown(choices)).totals).toMatchObject({ ready: 2, toFix: 0, minutes: 897 });
    expect((await say({ what: 'clear', kind: 'cells' }, choices)).choices).toBeNull();
    expect((await say({ what: 'cells', cells: { '!D2': '' } }, choices)).choices).toBeNull();
  });

  it('leaves lines out, one by one or all that must be fixed; the numbers still add up', async () => {
    const { ports } = testLedger();
    const lines = ['R-1;03/03/2025;rail;7h75', 'R-1;04/03/2025;rail;?', 'R-1;05/03/2025;rail;7,20'];
    const { say, shown } = await withFile(ports, header, ...lines);
    const before = await shown(null);
    expect(before.linesToFix.map(({ key }) => key)).toEqual(['!2', '!3']);
    const one = await say({ what: 'leave-out', lines: ['!3'] });
    expect((await shown(one.choices)).totals).toMatchObject({ rows: 3, ready: 1, toFix: 1, leftOut: 1 });
    const all = await say({ what: 'leave-out', lines: 'to-fix' }, one.choices);
    expect((await shown(all.choices)).totals).toMatchObject({ rows: 3, ready: 1, toFix: 0, leftOut: 2 });
  });

  it('leaves out each line that a rule stops, not only the one that its finding names', async () => {
    const { ports } = testLedger();
    const lines = ['R-1;03/03/2025;rail;13,20', 'R-1;03/03/2025;rail;13,10', 'R-1;04/03/2025;rail;7,20'];
    const { say, shown } = await withFile(ports, header, ...lines);
    const before = await shown(null);
    expect(before.totals).toMatchObject({ rows: 3, ready: 1, toFix: 2, leftOut: 0, minutes: 432 });
    expect(before.linesToFix.map(({ key }) => key)).toEqual(['!2', '!3']);
    const { choices } = await say({ what: 'leave-out', lines: 'to-fix' });
    const preview = await shown(choices);
    expect(preview.problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(preview.totals).toMatchObject({ rows: 3, ready: 1, toFix: 0, leftOut: 2, minutes: 432 });
  });

  it('offers no annotated copy of a text file that has more rows than a workbook', async () => {
    const { ports } = testLedger();
    const { shown } = await withFile(
      ports,
      header,
      'R-1;03/03/2025;rail;7h75\n'.concat('TOTAL;;;7,00\n'.repeat(200_000)),
    );
    expect((await shown(null)).hasCopy).toBe(false);
  });

  it('leaves out people and projects that are none of ours, and says how many lines they had', async () => {
    const { ports } = testLedger();
    const lines = ['R-1;03/03/2025;rail;3,20', 'R-1;03/03/2025;Formation;3,80', 'X-9;03/03/2025;rail;7,00'];
    const { say, shown, post, at } = await withFile(ports, header, ...lines);
    const before = await shown(null);
    expect(before.unknownPeople).toEqual([{ text: 'X-9', lines: 1 }]);
    expect(before.unknownProjects).toEqual([{ text: 'Formation', lines: 1 }]);
    const { choices } = await say({ what: 'not-needed', people: ['X-9'], projects: ['Formation'] });
    const preview = await shown(choices);
    expect(preview.problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(preview.totals).toMatchObject({ rows: 3, ready: 1, toFix: 0, leftOut: 2, minutes: 192 });
    const posted = await post(await keptChoices(ports, at.company, choices));
    expect(posted).toMatchObject({ receipt: { entries: 1, leftOut: 2 } });
  });

  it('is part of the intent: another reading of a posted file waits for its undo', async () => {
    const { ports } = testLedger();
    const { company, hr, at, say, post } = await withFile(ports, header, 'R-1;03/03/2025;rail;7,20');
    const first = await post(null);
    const { choices } = await say({ what: 'cells', cells: { '!D2': '7:00' } });
    const other = await keptChoices(ports, at.company, choices);
    const refused = await post(other);
    const codes = 'preview' in refused ? refused.preview.problems.map(({ code }) => code) : [];
    expect(codes).toContain('already-posted-otherwise');
    expect(await post(null)).toMatchObject({ receipt: { alreadyPosted: true } });
    const timesheet = 'receipt' in first ? first.receipt.timesheet : -1;
    await undoTimesheet(ports, { company, by: hr, timesheet });
    expect(await post(other)).toMatchObject({ receipt: { alreadyPosted: false, minutes: 420 } });
    const facts = await factsOf(ports, companyBook(company));
    const posted = facts.flatMap((fact) => (fact.kind === 'timesheet-posted' ? [fact.data.choices] : []));
    expect(posted).toEqual([null, choices]);
  });

  it('is posted once, by whichever of two officers at the same moment is the quicker', async () => {
    const { ports } = testLedger();
    const { company, post } = await withFile(ports, header, 'R-1;03/03/2025;rail;7,20');
    const both = await Promise.allSettled([post(null), post({ cells: { '!D2': '7:00' } })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = both.find((one) => one.status === 'rejected');
    expect(late?.reason).toMatchObject({ code: 'already-posted-otherwise' });
    const facts = await factsOf(ports, companyBook(company));
    expect(facts.filter(({ kind }) => kind === 'timesheet-posted')).toHaveLength(1);
  });

  it('is what a file that stands posted is read with when it comes again, whatever profile was kept meanwhile', async () => {
    const { ports } = testLedger();
    const { company, file, say, shown, post } = await withFile(ports, header, 'R-1;03/03/2025;rail;7,20');
    await post(null);
    await say({ what: 'layout', layout: { decimals: 'hundredths' }, keepAs: 'Mars' });
    const again = await receiveTimesheet(ports, { company, file, year: 2025 });
    expect(again.choices).toBeNull();
    expect((await shown(again.choices)).problems.map(({ code }) => code)).not.toContain('already-posted-otherwise');
    const next = csvFile(header, 'R-1;04/03/2025;rail;7,20');
    expect((await receiveTimesheet(ports, { company, file: next, year: 2025 })).choices).not.toBeNull();
  });

  it('is kept sealed, and missed by the full check when it is gone', async () => {
    const { ports } = testLedger();
    const { company, at, say, post } = await withFile(ports, header, 'R-1;03/03/2025;rail;7h75');
    const { choices } = await say({ what: 'cells', cells: { '!D2': '7:45' } });
    await post(await keptChoices(ports, at.company, choices));
    const files = async () => (await checkLedger(ports)).findings.filter(({ what }) => what === 'file');
    expect(await files()).toEqual([]);
    await ports.sealedFiles.destroy(companyBook(company), choices!);
    expect(await files()).toHaveLength(1);
    expect((await refusalOf(keptChoices(ports, company, choices))).code).toBe('unknown-timesheet');
    // The receipt stays, without what only the choices said.
    const [posted] = (await factsOf(ports, companyBook(company))).filter(({ kind }) => kind === 'timesheet-posted');
    const receipt = await showReceipt(ports, { company, timesheet: String(posted?.seq) });
    expect(receipt).toMatchObject({ choices, profile: null });
    // Nor is the file itself taken for choices.
    expect((await refusalOf(keptChoices(ports, company, at.sha256))).code).toBe('unknown-timesheet');
  });
});
