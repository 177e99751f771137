// The foundation: gifts of work that await its receipt, and the receipts that it issued.
import { type ComponentChild, h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import { cents } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { CompanyChoice } from './parts/company.ts';
import { periodInWords } from './parts/dates.ts';
import { notice, section } from './parts/facts.ts';
import { type Time, time } from './parts/format.ts';
import { type ReceiptShown, receiptTable } from './parts/receipts.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { receiptWords } from './words/receipts.ts';

interface AwaitedReceipt {
  readonly company: CompanyChoice;
  /** Of the statement. */
  readonly number: string;
  readonly fiscalYear: number;
  readonly period: Period;
  readonly time: Time;
  readonly valueCents: number;
  /** The receipt that this one will cancel. */
  readonly supersedes: string | null;
  /** Why this signatory may not issue it; null if she may. */
  readonly blocked: Bilingual | null;
}

export interface FoundationReceiptsView {
  readonly foundation: { readonly id: string; readonly name: string };
  readonly capacity: string | null;
  readonly awaiting: readonly AwaitedReceipt[];
  /** Newest first. */
  readonly issued: readonly ReceiptShown[];
  readonly notice: Bilingual | null;
}

function awaitingTable({ foundation, awaiting }: FoundationReceiptsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, receiptWords);
  return table(
    t.awaiting,
    [
      {
        title: t.company,
        cell: ({ company }) => [company.name, h('span', { class: 'under' }, `SIREN ${company.siren}`)],
        isHeading: true,
      },
      {
        title: t.statement,
        cell: ({ number, period }) => [number, h('span', { class: 'under' }, periodInWords(language, period))],
      },
      { title: t.time, cell: (one) => time(language, one.time), isNumber: true },
      { title: t.value, cell: ({ valueCents }) => cents(language, valueCents), isNumber: true },
      {
        title: t.next,
        cell: ({ company, number, supersedes, blocked }) =>
          blocked === null
            ? [
                safeLink(addresses.foundationReceipt(foundation.id, company.id, number), [
                  t.prepare,
                  h('span', { class: 'hidden' }, ` (${company.name}, ${number})`),
                ]),
                supersedes === null ? null : h('span', { class: 'under' }, `${t.willCancel} ${supersedes}`),
              ]
            : say(language, blocked),
      },
    ],
    awaiting,
    { hasHiddenCaption: true },
  );
}

export function renderFoundationReceipts(view: FoundationReceiptsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, receiptWords);
  const { foundation, capacity, awaiting, issued } = view;
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, t.lead),
    h('p', null, `${t.actingFor} ${foundation.name}${capacity === null ? '' : ` (${capacity})`}.`),
    section('awaiting', t.awaiting, awaiting.length === 0 ? h('p', null, t.noneAwaiting) : awaitingTable(view, frame)),
    section(
      'issued',
      t.issued,
      issued.length === 0
        ? h('p', null, t.noneIssued)
        : receiptTable(language, t.issued, issued, 'company', ({ number }, name) =>
            addresses.foundationReceiptFile(foundation.id, number, name),
          ),
    ),
    h(
      'p',
      { class: 'way-on' },
      safeLink(`${addresses.foundationList}?${new URLSearchParams({ foundation: foundation.id })}`, t.back),
    ),
  );
}
