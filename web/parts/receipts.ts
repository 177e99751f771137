// Receipts for gifts of work as a table: for the foundation that issued them, and for the company whose gifts they attest.
import { type ComponentChild, h } from 'preact';
import { cents } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { receiptWords } from '../words/receipts.ts';
import type { CompanyChoice } from './company.ts';
import { instantInWords } from './dates.ts';
import { safeLink } from './safe-link.ts';
import type { StatementState } from './state.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

export interface ReceiptShown {
  readonly number: string;
  /** Instant UTC. */
  readonly issuedAt: string;
  readonly by: string;
  readonly valueCents: number;
  readonly supersedes: string | null;
  readonly replacedBy: string | null;
  readonly foundation: { readonly id: string; readonly name: string };
  readonly company: CompanyChoice;
  readonly statement: { readonly number: string; readonly fiscalYear: number; readonly state: StatementState };
}

/** What became of it, in words; nothing to say of one that stands alone. */
function aside(language: Language, { supersedes, replacedBy, statement }: ReceiptShown): readonly string[] {
  const t = inLanguage(language, receiptWords);
  return [
    ...(supersedes === null ? [] : [`${t.cancels} ${supersedes}`]),
    ...(replacedBy === null ? [] : [`${t.cancelledBy} ${replacedBy}`]),
    ...(replacedBy === null && statement.state !== 'issued' ? [t.statementGone] : []),
  ];
}

/**
 * @param other the party that the reader is not
 * @param addressOf of a file of a receipt
 */
export function receiptTable(
  language: Language,
  caption: string,
  receipts: readonly ReceiptShown[],
  other: 'company' | 'foundation',
  addressOf: (receipt: ReceiptShown, name: string) => string,
): ComponentChild {
  const t = inLanguage(language, receiptWords);
  return table(
    caption,
    [
      {
        title: t.number,
        cell: (receipt) => [
          receipt.number,
          aside(language, receipt).map((text) => h('span', { class: 'under' }, text)),
        ],
        isHeading: true,
      },
      { title: t[other], cell: (receipt) => receipt[other].name },
      {
        title: t.statement,
        cell: ({ statement }) => [
          statement.number,
          h('span', { class: 'under' }, `${t.fiscalYear} ${statement.fiscalYear}`),
        ],
      },
      { title: t.value, cell: ({ valueCents }) => cents(language, valueCents), isNumber: true },
      {
        title: t.at,
        cell: ({ issuedAt, by }) => [instantInWords(language, issuedAt), h('span', { class: 'under' }, by)],
      },
      {
        title: t.files,
        cell: (receipt) =>
          h(
            'ul',
            { class: 'given' },
            (['pdf', 'json'] as const).map((ending) =>
              h(
                'li',
                null,
                safeLink(addressOf(receipt, `receipt.${ending}`), [
                  ending.toUpperCase(),
                  h('span', { class: 'hidden' }, ` ${receipt.number}, ${receipt[other].name}`),
                ]),
              ),
            ),
          ),
      },
    ],
    receipts,
    { hasHiddenCaption: true },
  );
}
