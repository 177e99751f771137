// HR's pages, from the upload to the receipt and back.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let hr: string;
beforeAll(async () => {
  portal = await openPortal();
  hr = await portal.signIn(portal.a.people.hr);
});

const april = (line = 'alba-1;01/04/2025;alba-projet;7,00'): Uint8Array =>
  new TextEncoder().encode(`Matricule;Date;Projet;Heures\n${line}`);
const upload = (bytes: Uint8Array, name = 'avril.csv') =>
  portal.ask(hr, {
    path: '/hr/timesheets',
    form: { company: portal.a.company, year: '2025' },
    file: { name, bytes },
  });

describe('the list of timesheets', () => {
  it('shows what was received for a year, by its own name, and who has no hours', async () => {
    const { status, body } = await portal.ask(hr, { path: '/hr/timesheets', query: 'year=2025' });
    expect(status).toBe(200);
    expect(body).toContain('alba-mars.csv');
    expect(body).toContain('alba Ressources');
    // December 2025 is the last month over: neither of the two has hours.
    expect(body).toContain('décembre 2025');
    expect(body).toContain('alba Une');
    expect(body).toContain('alba Deux');
  });

  it.each(['year=9999', 'month=9999-12', 'month=0001-01', 'year=1899'])(
    'answers %s, which is no year of a ledger',
    async (query) => {
      expect((await portal.ask(hr, { path: '/hr/timesheets', query })).status).toBe(422);
    },
  );

  it('shows nothing of a year in which nothing came', async () => {
    const { body } = await portal.ask(hr, { path: '/hr/timesheets', query: 'year=2023' });
    expect(body).not.toContain('alba-mars.csv');
    expect(body).toContain('Aucune feuille de temps pour cette année');
  });
});

describe('an address that somebody made up', () => {
  it('says nothing of an act or a rule that there is not, and shows its page', async () => {
    const preview = (await upload(april('alba-1;05/04/2025;alba-projet;7,00'), 'samedi.csv')).headers.location!;
    for (const path of ['/hr/timesheets', preview, `${preview}/change`]) {
      const { status } = await portal.ask(hr, { path, query: 'just=constructor&code=constructor' });
      expect([path, status]).toEqual([path, 200]);
    }
  });

  it('refuses a reason that is longer than its field, and cuts none', async () => {
    const preview = (await upload(april('alba-1;05/04/2025;alba-projet;7,00'), 'samedi.csv')).headers.location!;
    const lines = `${'x'.repeat(499)}\r\n${'y'.repeat(500)}`;
    const refused = await portal.ask(hr, { path: preview, form: { 'reason:weekend': `${lines}z` } });
    expect(refused.status).toBe(422);
    expect(refused.body).not.toContain('reason-weekend');
    const posted = await portal.ask(hr, { path: preview, form: { 'reason:weekend': lines, 'reason:late': '' } });
    expect(posted.status).toBe(303);
    await portal.ask(hr, { path: `${posted.headers.location!.split('?')[0]}/undo`, form: {} });
  });
});

describe('a file in which nothing is understood', () => {
  it('leads to the page that asks how it is to be read, as long as nothing is', async () => {
    const change = (await upload(new TextEncoder().encode('Qui;Quoi;Combien\na;b;3\n'), 'sans.csv')).headers.location!;
    expect(change).toMatch(/\/change$/);
    const form = { layout: 'yes', unit: 'hour', keep: 'yes', next: 'preview' };
    const said = await portal.ask(hr, { path: change.replace('/change', '/choices'), form });
    expect(said.headers.location).toContain('just=not-kept');
    const [path, query] = said.headers.location!.split('?');
    const shown = await portal.ask(hr, { path: path!, query: query! });
    expect([shown.status, shown.headers.location]).toEqual([
      303,
      expect.stringMatching(/\/change\?choices=[0-9a-f]{64}&just=not-kept$/),
    ]);
  });
});

describe('a file that HR says is in other characters than it is', () => {
  it('leads back to the page on which she said so', async () => {
    const latin = Uint8Array.from('Matricule;Nom;Date;Projet;Heures\nalba-1;Zoé;01/04/2025;alba-projet;7,00', (sign) =>
      sign.charCodeAt(0),
    );
    const preview = (await upload(latin, 'latin.csv')).headers.location!;
    const form = { layout: 'yes', encoding: 'utf-8', next: 'preview' };
    const said = await portal.ask(hr, { path: `${preview}/choices`, form });
    const [path, query] = said.headers.location!.split('?');
    const shown = await portal.ask(hr, { path: path!, query: query! });
    const [change, chosen] = shown.headers.location!.split('?');
    expect(change).toBe(`${preview}/change`);
    const page = await portal.ask(hr, { path: change!, query: chosen! });
    expect(page.status).toBe(200);
    expect(page.body).toContain('UTF-8');
  });
});

describe('a file that HR sends', () => {
  it('is read, shown, posted, answered with its receipt, and answered with the same when sent again', async () => {
    const sent = await upload(april());
    expect(sent.status).toBe(303);
    const preview = sent.headers.location!;
    expect(preview).toMatch(new RegExp(`^/hr/previews/${portal.a.company}/2025/[0-9a-f]{64}$`));
    const shown = await portal.ask(hr, { path: preview });
    expect(shown.body).toContain('avril.csv');
    expect(shown.body).toContain('Enregistrer 1 ligne');

    const posted = await portal.ask(hr, { path: preview, form: {} });
    expect(posted.headers.location).toMatch(/^\/hr\/receipts\/[\w-]+\/\d+\?just=posted$/);
    const receipt = await portal.ask(hr, { path: posted.headers.location! });
    expect(receipt.body).toContain('avril.csv');
    expect(receipt.body).toContain('1 ligne, 1 personne');
    expect(receipt.body).toContain('Projet alba');

    const again = await portal.ask(hr, { path: preview, form: {} });
    expect(again.headers.location).toBe(posted.headers.location!.replace('posted', 'already-posted'));
    expect((await portal.ask(hr, { path: preview })).body).toContain('Ce fichier est déjà enregistré');
  });

  it('is not posted while something is wrong or not taken as read: the page says what, cell by cell', async () => {
    const wrong = await upload(april('nobody;01/04/2025;alba-projet;7h75'));
    const preview = wrong.headers.location!;
    expect((await portal.ask(hr, { path: preview })).body).toContain('7h75');
    expect((await portal.ask(hr, { path: preview, form: {} })).status).toBe(422);

    const line = 'alba-2;02/04/2025;alba-projet;7,00';
    const twice = (await upload(april(`${line}\n${line}`))).headers.location!;
    expect((await portal.ask(hr, { path: twice })).body).toContain('value="duplicate-line"');
    expect((await portal.ask(hr, { path: twice, form: {} })).status).toBe(422);
    const accepted = await portal.ask(hr, {
      path: twice,
      form: { accept: 'duplicate-line', 'reason:day-over-maximum': 'Deux équipes.' },
    });
    expect(accepted.headers.location).toContain('?just=posted');
  });

  it('leaves nothing behind if it cannot be read at all', async () => {
    const { status, body } = await upload(new TextEncoder().encode('<html><table></table></html>'), 'page.xls');
    expect(status).toBe(422);
    expect(body).toContain('html-disguised');
    const kept: unknown[] = [];
    for await (const { value } of portal.ports.directory.list(`company/${portal.a.company}`, 'upload'))
      kept.push(value);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).not.toContainEqual({ name: 'page.xls' });
  });
});

describe('the copy to correct', () => {
  const line = 'nobody;01/04/2025;alba-projet;7,00\nalba-1;02/04/2025;alba-projet;RTT';

  it('marks what the file and the ledger find, is called after the file, and once corrected can be posted', async () => {
    const preview = (await upload(april(line), 'avril.csv')).headers.location!;
    const { status, headers, bytes } = await portal.ask(hr, { path: `${preview}/copy` });
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining('avril-a-corriger.xlsx')]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as never);
    const [list, sheet] = workbook.worksheets;
    expect(list?.getCell('A2').text).toMatch(/^2 à corriger/);
    expect(JSON.stringify(sheet?.getCell('A2').note)).toContain('n’est pas une personne mise à disposition');
    expect(JSON.stringify(sheet?.getCell('D3').note)).toContain('n’est pas une durée');
    sheet!.getCell('A2').value = 'alba-2';
    sheet!.getCell('D3').value = 7;
    const corrected = new Uint8Array(await workbook.xlsx.writeBuffer());
    const again = (await upload(corrected, 'avril-a-corriger.xlsx')).headers.location!;
    expect((await portal.ask(hr, { path: again })).body).toContain('Enregistrer 2 lignes');
  });

  it('of a file that was never sent is answered in words', async () => {
    const path = `/hr/previews/${portal.a.company}/2025/${'0'.repeat(64)}/copy`;
    const { status, body } = await portal.ask(hr, { path });
    expect([status, body.includes('unknown-timesheet')]).toEqual([404, true]);
  });
});

describe('a template', () => {
  it.each([
    ['modele-feuille-de-temps.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['monthly-grid-template.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['timesheet-template.csv', 'text/csv; charset=utf-8'],
  ])('%s is sent as what it is', async (name, type) => {
    const { status, headers, bytes } = await portal.ask(hr, { path: `/hr/templates/${name}` });
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(headers['content-disposition']).toContain(`filename="${name}"`);
    expect(bytes.length).toBeGreaterThan(300);
  });

  it('that does not exist is no fault', async () => {
    expect((await portal.ask(hr, { path: '/hr/templates/payroll.xlsx' })).status).toBe(422);
  });
});

describe('a receipt', () => {
  it('is undone, and then posts again', async () => {
    const preview = (await upload(april('alba-1;03/04/2025;alba-projet;4,00'))).headers.location!;
    const receipt = (await portal.ask(hr, { path: preview, form: {} })).headers.location!.replace(/\?.*/, '');
    const undone = await portal.ask(hr, { path: `${receipt}/undo`, form: {} });
    expect(undone.headers.location).toBe(receipt);
    expect((await portal.ask(hr, { path: receipt })).body).toContain('Annulée');
    const again = (await portal.ask(hr, { path: preview, form: {} })).headers.location!;
    expect(again).toContain('?just=posted');
    expect(again).not.toContain(receipt);
  });

  it('on which a statement rests says so, and cannot be undone', async () => {
    const path = `/hr/receipts/${portal.a.company}/${portal.a.timesheet}`;
    const { body } = await portal.ask(hr, { path });
    expect(body).toContain(`L’état ${portal.a.number} repose sur cette feuille de temps`);
    expect(body).not.toContain(`${path}/undo`);
    expect((await portal.ask(hr, { path: `${path}/undo`, form: {} })).status).toBe(409);
  });

  it('that does not exist is answered in words', async () => {
    const { status, body } = await portal.ask(hr, { path: `/hr/receipts/${portal.a.company}/999999` });
    expect([status, body.includes('unknown-timesheet')]).toEqual([404, true]);
  });
});
