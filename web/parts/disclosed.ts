// Parts of a signed statement that only an auditor reads: licences and confirmations, pay.

import { type ComponentChild, h } from 'preact';
import { cents, duration, whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { NameDisclosure, SignatoryDisclosure, StatementPayload } from '../../lib/statement/payload.ts';
import { linkStatementWords } from '../words/auditor.ts';
import { dayInWords, periodInWords } from './dates.ts';
import { confirmedBy } from './declared.ts';
import { copied, facts, mark } from './facts.ts';
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

/** Behind each project: its licences by date, who confirmed and with which mandate and ties, how many contributions were seen. */
export function projectDetails(
  language: Language,
  projects: readonly Project[],
  signatories: readonly SignatoryDisclosure[] | null,
): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  return projects.map(({ name, licences, confirmations, contributions }) => [
    h('h3', null, name),
    facts([
      [t.licences, licences.map((one) => licence(language, one))],
      [t.confirmations, confirmedBy(language, confirmations, signatories)],
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
