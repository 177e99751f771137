// What each form sends, and when it is there at all: the contract between the pages and the functions behind them.
import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/edge/problem.ts';
import type { Reading } from '../../lib/intake/reading.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Frame } from '../../web/frame.ts';
import { type HrPreviewView, renderHrPreview } from '../../web/hr-preview.ts';
import { renderProblem } from '../../web/problem.ts';
import { insideOf, textOf, withName } from './html.ts';
import { samples } from './sample-views.ts';

const frame: Frame = {
  language: 'en',
  person: 'Sabine Tellier',
  roles: ['hr'],
  csrf: 'token',
  isMemory: false,
  isTestClock: false,
  path: '/hr/timesheets',
};
const htmlOf = (name: string): string => samples.find((sample) => sample.name === name)!.render(frame);

const formsTo = (html: string, action: string): readonly string[] =>
  withName(html, 'form')
    .filter((tag) => tag.attributes.get('action') === action)
    .map((form) => insideOf(html, form));

/** Names of the fields and buttons of the forms that lead there, each once. */
function fieldsOf(html: string, action: string): readonly string[] {
  const forms = formsTo(html, action).join('');
  const named = ['input', 'select', 'textarea', 'button'].flatMap((tag) => withName(forms, tag));
  const names = new Set(named.flatMap((tag) => tag.attributes.get('name') ?? []));
  return [...names].filter((name) => name !== 'csrf').sort();
}

it.each([
  ['sign-in', '/sign-in', ['next', 'person']],
  ['hr-timesheets', '/hr/timesheets', ['company', 'file', 'year']],
  ['hr-preview', '/hr/timesheets', ['company', 'file', 'year']],
  ['hr-preview-ready', samplePath(), ['accept']],
  ['developer-month', '/developer/months/co-rail/2026-01/check', ['entry']],
  ['developer-month', '/developer/months/co-rail/2026-01/contest', ['comment', 'entry']],
  ['developer-month', '/developer/months/co-rail/2026-01/lift', ['entry']],
  ['developer-month', '/developer/identities', ['answer', 'company', 'identity', 'month']],
  [
    'foundation-list',
    '/foundation/confirmations',
    'answer comment company developer entry foundation halfDays hours minutes month project'.split(' '),
  ],
  ['finance-statements', '/finance/statements', ['company', 'scheme', 'year']],
  ['finance-statement', '/finance/statements/co-rail/2025-0001/links', ['audience', 'emailDomain', 'expires', 'level']],
  ['link-landing', '/v/li-1.tbl2k0.k1.c2FtcGxlLW1hYy0xNg', ['code', 'secret', 'siren']],
  ['verify', '/verify', ['keys', 'number', 'siren', 'statement', 'status']],
] as const)('%s sends to %s', (name, action, fields) => {
  expect(fieldsOf(htmlOf(name), action)).toEqual(fields);
});

function samplePath(): string {
  const view = samples.find(({ name }) => name === 'hr-preview-ready')!.view as HrPreviewView;
  return `/hr/previews/co-rail/2026/${view.file.sha256}`;
}

describe('a preview', () => {
  it('cannot be posted while a cell must be corrected, and offers to send the file again', () => {
    const html = htmlOf('hr-preview');
    expect(html).not.toContain('action="/hr/previews/');
    expect(textOf(html)).toContain('Send the corrected file');
    expect(html).toContain('<title>Error: ');
  });

  it('states on its button what will be posted, and asks for each code that may be meant', () => {
    const html = htmlOf('hr-preview-ready');
    expect(textOf(html)).toContain('Post 42 lines, 280h + 6\u00a0half‑days');
    const boxes = withName(html, 'input').filter((tag) => tag.attributes.get('type') === 'checkbox');
    expect(boxes.map((tag) => tag.attributes.get('value'))).toEqual(['duplicate-line', 'total-differs']);
    expect(boxes.every((tag) => tag.attributes.has('required'))).toBe(true);
  });

  it('of a file that is posted leads to its receipt', () => {
    const html = htmlOf('hr-preview-posted');
    expect(html).not.toContain('action="/hr/previews/');
    expect(html).toContain('href="/hr/receipts/co-rail/313"');
  });

  it('takes the reading of a file as it is', () => {
    const reading: Reading = {
      file: { name: 'a.csv', sha256: 'a'.repeat(64), bytes: 1, kind: 'csv', delimiter: '\t' },
      entries: [],
      problems: [],
      ignored: [{ sheet: null, row: 3, why: 'repeated-header' }],
      totals: { rows: 0, ready: 0, toFix: 0, ignored: 1, minutes: 0, halfDays: 0, fileTotalMinutes: null },
      understood: {
        ...{ tables: [], others: [], encoding: 'utf-8', delimiter: '\t', decimal: null, decimals: null, sample: [] },
        ...{ dateOrder: null, dateOrderFrom: null },
      },
    };
    const company = { id: 'co-1', siren: '999001001', name: 'Rail Exemple' };
    const html = renderHrPreview({ ...reading, company, year: 2026, years: [2026], receipt: null }, frame);
    expect(textOf(html)).toContain('there is nothing to post');
    expect(textOf(html)).toContain('repeated headers (1)');
  });

  it('of thousands of problems shows the first, and says how many are left', () => {
    const view = samples.find(({ name }) => name === 'hr-preview')!.view as HrPreviewView;
    const problems = Array.from({ length: 1_300 }, () => view.problems[0]!);
    expect(textOf(renderHrPreview({ ...view, problems }, frame))).toContain('And 1,000 more.');
  });
});

it('a check covers what she saw, but for what she contests', () => {
  const html = htmlOf('developer-month');
  const [form = ''] = formsTo(html, '/developer/months/co-rail/2026-01/check');
  const entries = withName(form, 'input').filter((tag) => tag.attributes.get('name') === 'entry');
  expect(entries.map((tag) => tag.attributes.get('value')?.split(':')[1])).toEqual(['2', '3', '4', '5']);
});

describe('what may not be done has no button', () => {
  it('a signatory does not answer for her own employer', () => {
    const people = formsTo(htmlOf('foundation-list'), '/foundation/confirmations').join('');
    expect(people).toContain('value="de-1"');
    expect(people).not.toContain('value="de-3"');
    expect(textOf(htmlOf('foundation-list'))).toContain('You are tied to Rail Exemple');
  });

  it('Enter in a field of another answer does not confirm the whole', () => {
    const forms = formsTo(htmlOf('foundation-list'), '/foundation/confirmations');
    const withAmounts = forms.filter((form) => form.includes('type="number"'));
    expect(withAmounts).toHaveLength(2);
    for (const form of withAmounts) expect(withName(form, 'button')[0]?.attributes.get('value')).toBe('partly');
  });

  it('who prepared a statement does not issue it', () => {
    expect(fieldsOf(htmlOf('finance-prepared'), '/finance/statements/co-rail/p-312/issue')).toEqual([]);
    expect(htmlOf('finance-prepared')).toContain('/finance/statements/co-rail/p-312/issue');
    expect(htmlOf('finance-not-to-issue')).not.toContain('/finance/statements/co-rail/p-312/issue');
  });

  it('a prepared statement has no files and no links', () => {
    expect(textOf(htmlOf('finance-prepared'))).not.toMatch(/Download|Auditor links/);
  });
});

describe('a problem', () => {
  const refusal = new Refusal('unknown-page', { fr: 'Aucune page.', en: 'There is no page here.' });

  it('of the edge fits the page, and never leads nowhere', () => {
    const html = renderProblem(toProblem(refusal, 'en', 'request-1'), frame);
    expect(html).toContain('<title>Error: Not found – Communs</title>');
    expect(textOf(html)).toContain('There is no page here.');
    expect(html).toContain('href="/"');
  });

  it('lists each error with its field', () => {
    const html = htmlOf('problem');
    expect(textOf(html)).toContain('audience – Ce champ est absent : remplissez-le.');
    expect(html).toContain('role="alert"');
  });

  it('asks who is not signed in to sign in, and leads her back to where she was', () => {
    const asked = { ...frame, path: '/hr/timesheets?year=2026' };
    const html = renderProblem({ ...toProblem(refusal, 'en', 'request-1'), status: 401 }, asked);
    expect(html).toContain('<a class="button" href="/sign-in?next=%2Fhr%2Ftimesheets%3Fyear%3D2026">');
  });

  it('sends no auditor to sign in: she has a link', () => {
    const asked = { ...frame, path: '/auditor/abc' };
    const html = renderProblem({ ...toProblem(refusal, 'en', 'request-1'), status: 401 }, asked);
    expect(html).not.toContain('class="button"');
  });
});

it.each([
  ['fr', 'Tardif d’un jour', 'Tardif de 18 jours'],
  ['en', 'One day late', '18 days late'],
] as const)('in %s, one day late is one day', (language, one, many) => {
  const text = samples.map(({ render }) => textOf(render({ ...frame, language }))).join(' ');
  expect(text).toContain(one);
  expect(text).toContain(many);
  expect(text).not.toMatch(/\b1 (?:jours|days)\b/);
});
