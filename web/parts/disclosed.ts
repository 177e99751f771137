// Parts of a signed statement that only an auditor reads: licences and confirmations, pay, what the company declared.
import { type ComponentChild, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import type { NameDisclosure, StatementPayload } from '../../lib/statement/payload.ts';
import { linkStatementWords } from '../words/auditor.ts';
import { dayInWords, instantInWords, periodInWords } from './dates.ts';
import { copied, facts, mark } from './facts.ts';
import { cents, duration, whole } from './format.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

type Project = StatementPayload['projects'][number];

function licence(language: Language, { spdx, open, from, to }: Project['licences'][number]): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  const until = to === null ? '…' : dayInWords(language, to);
  return h(
    'div',
    null,
    h('code', null, spdx),
    ` ${dayInWords(language, from)} – ${until} `,
    open ? mark('good', t.openLicence) : mark('bad', t.closedLicence),
  );
}

function confirmation(
  language: Language,
  { at, capacity, ties, digest, mandate }: Project['confirmations'][number],
): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  const tie = ties.length === 0 ? t.untied : `${t.tied} ${ties.join(', ')}`;
  const until = mandate.to === null ? '…' : dayInWords(language, mandate.to);
  const held = `${t.mandate} ${dayInWords(language, mandate.from)} – ${until}`;
  return h(
    'div',
    null,
    `${instantInWords(language, at)} – ${capacity} (${held}), ${tie} `,
    h('code', null, digest.slice(0, 16)),
  );
}

/** Behind each project: its licences by date, who confirmed and with which ties, how many contributions were seen. */
export function projectDetails(language: Language, projects: readonly Project[]): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  return projects.map(({ name, licences, confirmations, contributions }) => [
    h('h3', null, name),
    facts([
      [t.licences, licences.map((one) => licence(language, one))],
      [
        t.confirmations,
        confirmations.length === 0 ? t.noConfirmation : confirmations.map((one) => confirmation(language, one)),
      ],
      [t.contributions, [`${whole(language, contributions.count)} `, copied(language, contributions.root)]],
    ]),
  ]);
}

export function payTable(language: Language, names: readonly NameDisclosure[]): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  const money = (title: string, of: (pay: NameDisclosure['pay'][number]) => number) => ({
    title,
    cell: ({ pay }: { readonly pay: NameDisclosure['pay'][number] }) => cents(language, of(pay)),
    isNumber: true,
  });
  return table(
    t.pay,
    [
      {
        title: t.person,
        cell: ({ name, pay }) => [name, h('span', { class: 'under' }, periodInWords(language, pay.period))],
        isHeading: true,
      },
      money(t.gross, (pay) => pay.grossCents),
      money(t.accessories, (pay) => pay.accessoriesCents),
      money(t.charges, (pay) => pay.eligibleChargesCents),
      money(t.excluded, (pay) => pay.excludedChargesCents),
      money(t.eligible, (pay) => pay.eligibleCostCents),
      {
        title: t.timeBase,
        cell: ({ pay: { timeBase } }) =>
          timeBase === null
            ? t.noTimeBase
            : [duration(language, timeBase), h('span', { class: 'under' }, t[timeBase.how])],
        isNumber: true,
      },
    ],
    names.flatMap(({ name, pay }) => pay.map((one) => ({ name, pay: one }))),
    { hasHiddenCaption: true },
  );
}

export function declarations(language: Language, declared: StatementPayload['declared']): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  const answer = ({ answer: word, on }: (typeof declared)['otherEmployers']): string =>
    on === null ? t[word] : `${t[word]}, ${dayInWords(language, on)}`;
  return facts([
    [
      t.otherAid,
      declared.otherAid.length === 0
        ? t.none
        : declared.otherAid.map(({ kind, grantor, period, amountCents }) =>
            h(
              'div',
              null,
              `${t[kind]}, ${grantor}, ${periodInWords(language, period)} – ${cents(language, amountCents)}`,
            ),
          ),
    ],
    [t.otherEmployers, answer(declared.otherEmployers)],
    [t.billedToClients, answer(declared.billedToClients)],
    [t.counterparts, answer(declared.counterparts)],
  ]);
}
