// What each form sends, and when it is there at all: the contract between the pages and the functions behind them.
import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/edge/problem.ts';
import { problemCodes } from '../../lib/intake/reading.ts';
import type { Understanding } from '../../lib/intake/understanding.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { findingCodes } from '../../lib/rules/findings/finding.ts';
import { postingCodes } from '../../lib/use-cases/posting-problem.ts';
import { renderDeveloperHeld } from '../../web/developer-held.ts';
import type { Frame } from '../../web/frame.ts';
import type { HrChangeView } from '../../web/hr-change-view.ts';
import { renderHrPreview } from '../../web/hr-preview.ts';
import type { HrPreviewView } from '../../web/hr-preview-view.ts';
import { renderProblem } from '../../web/problem.ts';
import { findingRules } from '../../web/words/finding-rules.ts';
import { insideOf, textOf, withName } from './html.ts';
import { mayAskHeld, sampleHeld } from './sample-held.ts';
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
  ['hr-timesheets', '/hr/timesheets', ['by', 'company', 'file', 'month', 'period', 'state', 'year']],
  ['hr-timesheets', '/hr/absences', ['company', 'file', 'year']],
  ['hr-preview', '/hr/timesheets', ['company', 'file', 'year']],
  ['hr-preview-ready', samplePath(), ['accept', 'choices', 'reason:day-over-maximum', 'reason:public-holiday']],
  [
    'hr-preview',
    `${samplePath('hr-preview')}/choices`,
    ['cell:!C22', 'cell:!D31', 'cell:!E14', 'choices', 'leaveOut', 'leaveOutAll', 'person', 'project'],
  ],
  ['hr-preview-many', `${samplePath('hr-preview-many')}/choices`, ['choices', 'clear', 'leaveOutAll']],
  [
    'hr-change',
    `${samplePath('hr-preview')}/choices`,
    [
      'choices',
      ...'comment date day-total email first-name full-name last-name person-id project quantity written'
        .split(' ')
        .map((role) => `column:${role}`),
      ...[
        'dateOrder',
        'decimals',
        'delimiter',
        'encoding',
        'headerRow',
        'keep',
        'layout',
        'next',
        'profileName',
        'unit',
      ],
    ],
  ],
  ['hr-receipt', '/hr/receipts/co-rail/313/undo', []],
  ['hr-month', '/hr/months/co-rail/2026-01/complete', ['developer']],
  [
    'hr-month',
    '/hr/months/co-rail/2026-01/de-1/correct',
    ['day', 'direction', 'hours', 'minutes', 'project', 'reason'],
  ],
  ['hr-month-complete', '/hr/months/co-rail/2026-01/de-1/reopen', ['reason']],
  ['developer-month', '/developer/months/co-rail/2026-01/check', ['entry']],
  ['developer-month', '/developer/months/co-rail/2026-01/contest', ['comment', 'entry']],
  ['developer-month', '/developer/months/co-rail/2026-01/lift', ['entry']],
  ['developer-month', '/developer/identities', ['answer', 'company', 'identity', 'month']],
  ['developer-identities', '/developer/identities', ['answer', 'company', 'identity']],
  ['developer-identities', '/developer/identities/unlink', ['answer', 'company', 'identity', 'until']],
  ['developer-identities', '/developer/identities/code', ['address', 'company', 'same', 'since', 'until']],
  ['developer-identities', '/developer/identities/code/answer', ['code', 'company', 'request']],
  ['developer-identities', '/developer/identities/challenge', ['company', 'host', 'login', 'same', 'since', 'until']],
  ['developer-identities', '/developer/identities/challenge/answer', ['company', 'request', 'signature']],
  ['developer-identities', '/developer/identities/login', ['company', 'host', 'same', 'since', 'until']],
  ['developer-identities', '/developer/identities/search', ['company']],
  [
    'foundation-list',
    '/foundation/confirmations',
    'answer comment company developer entry foundation halfDays hours minutes month project'.split(' '),
  ],
  ['foundation-receipt', '/foundation/receipts/rails/co-rail/2025-0003', ['certified', 'language']],
  ['foundation-receipt-missing', '/foundation/receipts/rails/co-rail/2025-0003', []],
  ['foundation-receipt-already', '/foundation/receipts/rails/co-rail/2025-0003', []],
  ['hr-erasure-ask', '/hr/erasures/co-rail/de-1', ['ground', 'step', 'typed']],
  ['hr-erasure', '/hr/erasures/co-rail/de-1', ['ground', 'step', 'typed']],
  ['hr-erasure-own', '/hr/erasures/co-rail/de-1', []],
  ['hr-erasure-kept', '/hr/erasures/co-rail/de-1', []],
  ['hr-erasure-lent', '/hr/erasures/co-rail/de-1', []],
  ['registrar-objections', '/registrar/objections', ['again', 'author']],
  ['finance-statements', '/finance/statements', ['company', 'reading', 'scheme', 'year']],
  [
    'finance-statement',
    '/finance/statements/co-rail/2025-0001/links',
    ['audience', 'code', 'emailDomain', 'expires', 'level'],
  ],
  ['link-landing', '/v/li-1.tbl2k0.k1.c2FtcGxlLW1hYy0xNg', ['code', 'email', 'secret', 'siren']],
  ['verify', '/verify', ['keys', 'number', 'sha256', 'siren', 'statement', 'status']],
  ['link-notes', '/auditor/li-1/notes', ['line', 'month', 'note', 'text']],
  ['finance-statement', '/finance/notes/co-rail/3f9ac01be7d24486/answer', ['text']],
] as const)('%s sends to %s', (name, action, fields) => {
  expect(fieldsOf(htmlOf(name), action)).toEqual(fields);
});

it('asks for an erasure from her own page alone, once nothing must be kept and nobody asked yet', () => {
  const asks = ['developer-held-may-ask', 'developer-held', 'developer-held-nothing'].map(
    (name) => formsTo(htmlOf(name), '/developer/held/co-rail/erasure').length,
  );
  expect(asks).toEqual([1, 0, 0]);
  const file = renderDeveloperHeld(mayAskHeld, { ...frame, person: null });
  expect(formsTo(file, '/developer/held/co-rail/erasure')).toEqual([]);
  const keeping = { ...mayAskHeld.keeping, asked: { at: '2033-01-04T09:00:00.000Z' } };
  const asked = renderDeveloperHeld({ ...mayAskHeld, keeping }, frame);
  expect(formsTo(asked, '/developer/held/co-rail/erasure')).toEqual([]);
  const may = 'Nothing must be kept any more';
  expect([htmlOf('developer-held-may-ask').includes(may), asked.includes(may)]).toEqual([true, false]);
});

it('tells her in her language where a statement that rests on her time stands', () => {
  const text = textOf(renderDeveloperHeld(sampleHeld, { ...frame, language: 'fr' }));
  expect(text).toContain('Émis, non remplacé');
  expect(text).not.toContain('issued');
});

function previewOf(name: string): HrPreviewView {
  return samples.find((sample) => sample.name === name)!.view as HrPreviewView;
}

function samplePath(name = 'hr-preview-ready'): string {
  return `/hr/previews/co-rail/2026/${previewOf(name).file.sha256}`;
}

describe('a preview', () => {
  it('cannot be posted while a line must be fixed, and is never a dead end', () => {
    const html = htmlOf('hr-preview');
    expect(formsTo(html, samplePath('hr-preview'))).toEqual([]);
    expect(html).toContain('<title>Error: ');
    const text = textOf(html);
    for (const way of [
      'In your spreadsheet',
      'Here, cell by cell',
      'Change the reading',
      'These lines are not needed',
    ]) {
      expect(text).toContain(way);
    }
    expect(text).toContain('Leave out all 3 lines to fix');
    expect(text).toContain('Send the corrected file');
  });

  it('has numbers that add up, beside the total that the file gives itself', () => {
    const text = textOf(htmlOf('hr-preview'));
    expect(text).toMatch(/45 read\s+39 ready\s+6 to fix\s+0 left out/);
    expect(text).toContain('287h, to be compared once all lines are ready');
    for (const { view } of samples.filter(({ name }) => name.startsWith('hr-preview'))) {
      const { rows, ready, toFix, leftOut } = (view as HrPreviewView).totals;
      expect(ready + toFix + leftOut).toBe(rows);
    }
  });

  it('says of each thing understood what it is, and leads to where it is changed', () => {
    const html = htmlOf('hr-preview');
    const links = withName(html, 'a').flatMap((tag) => tag.attributes.get('href') ?? []);
    for (const field of ['header-row', 'unit', 'encoding', 'delimiter', 'date-order', 'decimals', 'column-quantity']) {
      expect(links).toContain(`${samplePath('hr-preview')}/change#${field}`);
      expect(htmlOf('hr-change')).toContain(`id="${field}"`);
    }
    expect(textOf(html)).toContain('Responsable (F), Centre de coût (H)');
  });

  it('tells sheets that are read in the same way once, and those that are not with the reason', () => {
    const text = textOf(htmlOf('hr-preview-many'));
    expect(text).toContain('Janvier, Février');
    expect(text).toContain('Paramètres (hidden), Lisez-moi (no table recognised)');
    expect(text).toContain('version 3, saved by Odile Ferrand');
  });

  it('carries the choices that it was read with in every form and link of its own', () => {
    const html = htmlOf('hr-preview-many');
    const { choices } = previewOf('hr-preview-many');
    const own = withName(html, 'a').flatMap((tag) => {
      const href = tag.attributes.get('href') ?? '';
      return href.startsWith('/hr/previews/') ? [href] : [];
    });
    expect(own.length).toBeGreaterThan(5);
    for (const href of own) expect(href).toContain(`choices=${choices}`);
    for (const form of formsTo(html, `${samplePath('hr-preview-many')}/choices`)) {
      expect(form).toContain(`name="choices" value="${choices}"`);
    }
  });

  it('states on its button what will be posted, and asks for a tick or a reason, code by code', () => {
    const html = htmlOf('hr-preview-ready');
    expect(textOf(html)).toContain('Post 42 lines, 280h + 6\u00a0half‑days');
    const boxes = withName(html, 'input').filter((tag) => tag.attributes.get('type') === 'checkbox');
    expect(boxes.map((tag) => tag.attributes.get('value'))).toEqual(['duplicate-line']);
    const reasons = withName(html, 'textarea');
    expect(reasons.map((tag) => tag.attributes.get('name'))).toEqual([
      'reason:public-holiday',
      'reason:day-over-maximum',
    ]);
    expect([...boxes, ...reasons].every((tag) => tag.attributes.has('required'))).toBe(true);
  });

  it('answered in part hands back what was said, and leads to what is missing', () => {
    const html = htmlOf('hr-preview-unanswered');
    expect(html).toContain('href="#reason-day-over-maximum"');
    expect(html).toContain('compensée le 16 janvier.</textarea>');
    const [box] = withName(html, 'input').filter((tag) => tag.attributes.get('type') === 'checkbox');
    expect(box?.attributes.has('checked')).toBe(true);
  });

  it('of a file that is posted leads to its receipt', () => {
    const html = htmlOf('hr-preview-posted');
    expect(formsTo(html, samplePath('hr-preview-posted'))).toEqual([]);
    expect(html).toContain('href="/hr/receipts/co-rail/313"');
  });

  it('without a line has nothing to post', () => {
    expect(textOf(htmlOf('hr-preview-empty'))).toContain('there is nothing to post');
  });

  it('shows few problems by row and many by rule, unless it is asked otherwise', () => {
    expect(textOf(htmlOf('hr-preview'))).toContain('“31/02/2026” is not a date');
    const many = textOf(htmlOf('hr-preview-many'));
    expect(many).toContain('Formula never calculated');
    expect(many).not.toContain('Value read');
    const one = textOf(htmlOf('hr-preview-one-rule'));
    expect(one).toContain('Only: Formula never calculated.');
    expect(one).toContain('Value read');
  });

  it('offers the names of sheets as people or projects for workbooks only, and shows where they say so', () => {
    const change = textOf(htmlOf('hr-change-not-understood'));
    expect(change).toContain('Who worked');
    expect(change).toContain('the name of the sheet');
    expect(textOf(htmlOf('hr-change'))).not.toContain('Who worked');
    expect(textOf(htmlOf('hr-preview-many'))).toContain('the name of the sheet');
  });

  it('takes what was understood of a file as the reader says it', () => {
    const understood: Understanding = {
      tables: [
        {
          ...{
            sheet: 'Oct',
            shape: 'grid',
            headerRow: 2,
            unit: null,
            personFrom: 'column',
            projectFrom: 'column',
            unitFrom: null,
            month: null,
          },
          columns: [{ column: 0, letter: 'A', header: 'Agent', role: 'full-name' }],
        },
      ],
      others: [{ sheet: 'Notes', why: 'not-chosen' }],
      ...{ encoding: 'utf-16le', delimiter: '\t', decimal: '.', decimals: 'unclear' },
      ...{ dateOrder: 'ambiguous', dateOrderFrom: 'values', sample: [] },
    };
    const text = textOf(renderHrPreview({ ...previewOf('hr-preview'), understood }, frame));
    for (const said of ['a grid, one column a day', 'left aside by you', 'UTF-16', 'both orders are possible']) {
      expect(text).toContain(said);
    }
  });

  it.each([...problemCodes, ...postingCodes, ...findingCodes])('%s has a name and says what to do', (code) => {
    expect(findingRules[code]?.toDo.fr).toBeTruthy();
  });

  it('of thousands of problems shows the first, and says how many are left', () => {
    const view = previewOf('hr-preview');
    const problems = Array.from({ length: 1_300 }, () => view.problems[0]!);
    const text = textOf(renderHrPreview({ ...view, problems, shown: 'rows' }, frame));
    expect(text).toContain('And 1,000 more.');
  });
});

it('a change of the reading sends no month that the reader found itself: each sheet may have its own', () => {
  const sample = samples.find(({ name }) => name === 'hr-change-not-understood')!;
  const view = sample.view as HrChangeView;
  const monthOf = (month: HrChangeView['month']): string | undefined =>
    withName(sample.render(frame, { ...view, month }), 'input')
      .find((tag) => tag.attributes.get('name') === 'month')
      ?.attributes.get('value');
  expect(monthOf({ understood: '2026-01', chosen: null })).toBeUndefined();
  expect(monthOf({ understood: '2026-01', chosen: '2026-02' })).toBe('2026-02');
});

describe('a month of HR’s people', () => {
  it('says how many have nothing, and that a tick then means no time', () => {
    const html = htmlOf('hr-timesheets');
    expect(textOf(html)).toContain('January 2026: 2 of 6 seconded people have nothing');
    expect(textOf(html).split('Ticking means: no time in January 2026.')).toHaveLength(3);
    const boxes = withName(html, 'input').filter((tag) => tag.attributes.get('name') === 'developer');
    expect(boxes.map((tag) => tag.attributes.get('value'))).toEqual(['de-2', 'de-4', 'de-1', 'de-3']);
    expect(boxes.every((tag) => tag.attributes.get('form') === 'complete')).toBe(true);
    expect(boxes.some((tag) => tag.attributes.has('checked'))).toBe(false);
  });

  it('ticks everybody who has time, and nobody else, when she asks for it', () => {
    const sample = samples.find(({ name }) => name === 'hr-timesheets')!;
    const html = sample.render(frame, { ...(sample.view as object), isTicked: true });
    const ticked = withName(html, 'input').filter((tag) => tag.attributes.has('checked'));
    expect(ticked.map((tag) => tag.attributes.get('value'))).toEqual(['de-1', 'de-3']);
  });

  it('that is complete has no box and no button, and is reopened on its own page', () => {
    const html = htmlOf('hr-timesheets-complete');
    expect(formsTo(html, '/hr/months/co-rail/2026-01/complete')).toEqual([]);
    expect(html).toContain('href="/hr/months/co-rail/2026-01/de-5#completeness"');
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

describe('the checklist', () => {
  it('names the projects that a point is about, and keeps the options of a command whole', () => {
    const html = htmlOf('finance-checklist');
    expect(textOf(html)).toContain('Horaires ouverts');
    expect(html).toContain('communs pay FILE <span class="option">--company</span> 999001001');
  });
});
