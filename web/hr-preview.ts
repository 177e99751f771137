// HR: what was understood of a file, what stands in the way, how to put it right, and the button that posts. All or nothing.

import { type ComponentChild, h } from 'preact';
import { whole } from '../lib/model/quantity-text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { HrPreviewView } from './hr-preview-view.ts';
import { companyText } from './parts/company.ts';
import { errorSummary } from './parts/error-summary.ts';
import { copied, facts, notice, section } from './parts/facts.ts';
import { ruleOf } from './parts/finding-rules.ts';
import { pointId, postPart } from './parts/preview-post.ts';
import { numbersPart, problemsPart } from './parts/preview-problems.ts';
import { safeLink } from './parts/safe-link.ts';
import { understoodPart } from './parts/understood.ts';
import { uploadForm } from './parts/upload-form.ts';
import { chosenPart, waysToFix } from './parts/ways-to-fix.ts';
import { inLanguage } from './parts/words.ts';
import { hrPreviewWords, resultWords, verdictReady, verdictToFix } from './words/hr-preview.ts';

function fileFacts({ company, year, file }: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrPreviewWords);
  const bytes = whole(language, file.bytes);
  return facts([
    [t.file, file.name],
    [t.company, companyText(company)],
    [t.year, String(year)],
    [t.kind, `${file.kind.toUpperCase()}, ${say(language, { fr: `${bytes} octets`, en: `${bytes} bytes` })}`],
    [t.digest, copied(language, file.sha256)],
  ]);
}

/** What a person in a hurry reads: may it be posted, and where to go. */
function verdict(view: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrPreviewWords);
  const { company, totals, problems, receipt } = view;
  if (receipt !== null) {
    const way = safeLink(addresses.hrReceipt(company.id, receipt), t.receipt);
    return notice('note', h('p', null, `${t.already} `, way));
  }
  if (problems.some(({ severity }) => severity === 'must-fix'))
    return notice('warn', h('p', null, `${say(language, verdictToFix(totals.toFix))} `, safeLink('#fix', t.toTheFix)));
  if (totals.ready === 0) return notice('warn', h('p', null, t.nothing));
  return notice(
    'note',
    h('p', null, `${say(language, verdictReady(totals.ready, totals))} `, safeLink('#post', t.toThePost)),
  );
}

export function renderHrPreview(view: HrPreviewView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrPreviewWords);
  const { problems, toConfirm, answered } = view;
  const missing = toConfirm.filter(({ code }) => answered?.missing.includes(code) ?? false);
  const isBlocked = problems.some(({ severity }) => severity === 'must-fix');
  return page(
    frame,
    { title: t.title, isError: isBlocked || missing.length > 0 },
    errorSummary(
      language,
      missing.map((one) => ({ href: `#${pointId(one)}`, text: say(language, ruleOf(one.code, problems).title) })),
    ),
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    verdict(view, frame),
    fileFacts(view, frame),
    understoodPart(view, frame),
    chosenPart(view, frame),
    section('result', say(language, resultWords.title), numbersPart(view, frame)),
    problemsPart(view, frame),
    waysToFix(view, frame),
    postPart(view, frame),
    section('again', t.again, uploadForm({ ...view, companies: [view.company] }, frame)),
    h('p', { class: 'way-on' }, safeLink(addresses.hrTimesheets, t.back)),
  );
}
