// What a company declared, and who confirmed with which mandate and ties: the same on finance's page and on the auditor's.

import { type ComponentChild, h } from 'preact';
import { cents, euros } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { SignatoryDisclosure, StatementPayload } from '../../lib/statement/payload.ts';
import { declaredWords } from '../words/declared.ts';
import { dayInWords, instantInWords, periodInWords } from './dates.ts';
import { copied, type Fact, facts } from './facts.ts';
import { time } from './format.ts';
import { inLanguage } from './words.ts';

type Confirmation = StatementPayload['projects'][number]['confirmations'][number];

/** A signed payload has all of it; a preparation too. */
export interface Declared {
  readonly cost?: StatementPayload['cost'];
  readonly filing?: StatementPayload['filing'];
  readonly declared: StatementPayload['declared'];
}

const under = (text: string): ComponentChild => h('span', { class: 'under' }, text);

function payrollFact(language: Language, { cost }: Declared): Fact {
  const t = inLanguage(language, declaredWords);
  if (cost === undefined) return [t.payroll, null];
  const { payroll } = cost;
  if (payroll === 'not-tied') return [t.payroll, t.notTied];
  return [
    t.payroll,
    [
      `${periodInWords(language, payroll.period)} – ${t.payrollTotal} ${cents(language, payroll.totalCents)} `,
      copied(language, payroll.digest),
      under(`${t.saidOn} ${dayInWords(language, payroll.on)}`),
    ],
  ];
}

function filingFact(language: Language, { filing }: Declared): Fact {
  const t = inLanguage(language, declaredWords);
  if (filing === undefined) return [t.filing, null];
  if (filing === 'not-filed') return [t.filing, t.notFiled];
  return [
    t.filing,
    [
      `${filing.form}, ${t.line} ${filing.line} – ${euros(language, filing.euros)}, ${t.filedOn} ${dayInWords(language, filing.filedOn)}`,
      under(`${t.saidOn} ${dayInWords(language, filing.on)}`),
    ],
  ];
}

function answer(
  language: Language,
  { answer: word, on }: StatementPayload['declared']['otherEmployers'],
  amount: string | null = null,
): ComponentChild {
  const t = inLanguage(language, declaredWords);
  const said = amount === null ? t[word] : `${t[word]} – ${amount}`;
  return on === null ? said : [said, under(`${t.saidOn} ${dayInWords(language, on)}`)];
}

export function declarations(language: Language, stated: Declared): ComponentChild {
  const t = inLanguage(language, declaredWords);
  const { otherAid, otherEmployers, billedToClients: billed, counterparts } = stated.declared;
  const billedTime = { minutes: billed.minutes ?? 0, halfDays: billed.halfDays ?? 0 };
  return facts([
    payrollFact(language, stated),
    filingFact(language, stated),
    [
      t.otherAid,
      otherAid.length === 0
        ? t.none
        : otherAid.map(({ kind, grantor, period, amountCents }) =>
            h(
              'div',
              null,
              `${t[kind]}, ${grantor}, ${periodInWords(language, period)} – ${cents(language, amountCents)}`,
            ),
          ),
    ],
    [t.otherEmployers, answer(language, otherEmployers)],
    [t.billedToClients, answer(language, billed, billed.answer === 'yes' ? time(language, billedTime) : null)],
    [
      t.counterparts,
      answer(language, counterparts, counterparts.cents === undefined ? null : cents(language, counterparts.cents)),
    ],
  ]);
}

function mandate(language: Language, { mandate: { from, to } }: Confirmation): string {
  const t = inLanguage(language, declaredWords);
  const end = to === null ? t.mandateOpen : `${t.mandateUntil} ${dayInWords(language, to)}`;
  return `${t.mandateFrom} ${dayInWords(language, from)}, ${end}`;
}

const byWhom = ({ signatory, capacity, mandate: { from, to }, ties }: Confirmation): string =>
  JSON.stringify([signatory, capacity, from, to, ties]);

/**
 * Who confirmed, each once with her capacity, mandate and ties; below her, when, and the digest of each word.
 * @param signatories who they are, where the reader may know; null: their ids alone
 */
export function confirmedBy(
  language: Language,
  confirmations: readonly Confirmation[],
  signatories: readonly SignatoryDisclosure[] | null,
): ComponentChild {
  const t = inLanguage(language, declaredWords);
  if (confirmations.length === 0) return t.noConfirmation;
  const nameOf = new Map((signatories ?? []).map(({ signatory, name }) => [signatory, name]));
  return [...Map.groupBy(confirmations, byWhom).values()].map((given) => {
    const [first] = given as [Confirmation, ...Confirmation[]];
    const tie = first.ties.length === 0 ? t.untied : `${t.tied} ${first.ties.join(', ')}`;
    return h(
      'details',
      null,
      h(
        'summary',
        null,
        h('strong', null, nameOf.get(first.signatory) ?? first.signatory),
        `, ${first.capacity}, ${mandate(language, first)} – ${tie} (${given.length})`,
      ),
      given.map(({ at, digest }) =>
        h('div', null, `${instantInWords(language, at)} `, h('code', null, digest.slice(0, 16))),
      ),
    );
  });
}
