// The last step of a preview: the points that need a person's word, and the button that states what it does.

import { type ComponentChild, h } from 'preact';
import { whole } from '../../lib/model/quantity-text.ts';
import { say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { HrPreviewView, ToConfirm } from '../hr-preview-view.ts';
import { hrPreviewWords, postButton, postWords } from '../words/hr-preview.ts';
import { notice, section } from './facts.ts';
import { ruleOf } from './finding-rules.ts';
import { box, hidden, postForm, submit, textField } from './form.ts';
import { safeLink } from './safe-link.ts';
import { inLanguage } from './words.ts';

/** The field of a point, to which an error leads. */
export const pointId = ({ code, asksReason }: ToConfirm): string => `${asksReason ? 'reason' : 'accept'}-${code}`;

function point(one: ToConfirm, view: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, postWords);
  const { code, count, asksReason } = one;
  const { title, toDo, confirmed } = ruleOf(code, view.problems);
  const isMissing = view.answered?.missing.includes(code) ?? false;
  const counted = ` (${whole(language, count)})`;
  if (asksReason)
    return textField(
      {
        name: `reason:${code}`,
        id: pointId(one),
        label: `${say(language, title)}${counted}`,
        hint: `${say(language, toDo)} ${t.reasonHint}`,
        error: isMissing ? t.missing : undefined,
      },
      true,
      view.answered?.reasons[code] ?? '',
    );
  return box(pointId(one), 'accept', code, `${say(language, confirmed ?? title)}${counted}`, {
    required: true,
    checked: view.answered?.ticked.includes(code) ?? false,
    ...(confirmed === undefined || isMissing ? { hint: isMissing ? t.missing : say(language, toDo) } : {}),
  });
}

function postingForm(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, postWords);
  const { company, year, file, choices, totals, toConfirm } = view;
  return postForm(
    frame,
    addresses.hrPreview(company.id, year, file.sha256),
    [
      hidden('choices', choices ?? ''),
      toConfirm.length === 0
        ? null
        : h(
            'fieldset',
            { class: 'points' },
            h('legend', null, t.toConfirm),
            h('p', { class: 'hint' }, t.toConfirmText),
            toConfirm.map((one) => point(one, view, frame)),
          ),
      h('p', null, t.text),
      submit(say(language, postButton(totals.ready, totals))),
    ],
    { class: 'panel' },
  );
}

/** POST `choices`, `accept` (several: a code each), `reason:<code>`. */
export function postPart(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrPreviewWords);
  const { company, totals, problems, receipt } = view;
  const isBlocked = problems.some(({ severity }) => severity === 'must-fix');
  return section(
    'post',
    say(language, postWords.title),
    receipt !== null
      ? notice(
          'note',
          h('p', null, t.already),
          h('p', null, safeLink(addresses.hrReceipt(company.id, receipt), t.receipt)),
        )
      : isBlocked
        ? h('p', null, t.noPosting, ' ', safeLink('#fix', t.toTheFix))
        : totals.ready === 0
          ? h('p', null, t.nothing)
          : postingForm(view, frame),
  );
}
