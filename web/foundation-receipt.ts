// The foundation: what one receipt will say, what is missing for it, and the button that issues it.
import { type ComponentChild, h } from 'preact';
import { cents } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { CompanyChoice } from './parts/company.ts';
import { daysInWords, periodInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { box, postForm, selectField, submit } from './parts/form.ts';
import { type Time, time } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage, named } from './parts/words.ts';
import { mentionWords, receiptWords } from './words/receipts.ts';

export interface FoundationReceiptView {
  readonly foundation: { readonly id: string; readonly name: string };
  readonly company: CompanyChoice;
  readonly beneficiary: {
    readonly name: string;
    readonly registration?: string;
    readonly country: string;
    readonly address?: string;
    readonly purpose?: string;
    /** Letter of CGI 238 bis, 1. */
    readonly category: string;
    readonly proof: string;
  };
  readonly donor: {
    readonly name: string;
    readonly siren: string;
    readonly legalForm?: string | undefined;
    readonly address?: string | undefined;
  };
  readonly gift: Time & {
    readonly from: string;
    readonly to: string;
    readonly valueCents: number;
    readonly projects: readonly string[];
    /** `name` null: erased. */
    readonly people: readonly (Time & { readonly name: string | null })[];
  };
  readonly statement: { readonly number: string; readonly fiscalYear: number };
  readonly signatory: {
    readonly name: string;
    readonly capacity: string;
    readonly mandate: { readonly from: string; readonly to: string | null };
  };
  /** Mentions that no file has given, as `beneficiary.address`. */
  readonly missing: readonly string[];
  /** What an unlawful receipt costs. */
  readonly unlawful: Bilingual;
  readonly supersedes: string | null;
  /** The receipt that was issued for this very statement. */
  readonly already: string | null;
}

function content(view: FoundationReceiptView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, receiptWords);
  const { beneficiary, donor, gift, statement, signatory } = view;
  const given = (value: string | undefined): ComponentChild => value ?? h('em', null, t.notGiven);
  return [
    section(
      'beneficiary',
      t.beneficiary,
      facts([
        [t.name, beneficiary.name],
        [t.registration, given(beneficiary.registration)],
        [t.address, given(beneficiary.address)],
        [t.purpose, given(beneficiary.purpose)],
        [t.category, `CGI, article 238 bis, 1, ${beneficiary.category} — ${beneficiary.proof}`],
      ]),
    ),
    section(
      'donor',
      t.donor,
      facts([
        [t.name, donor.name],
        [t.legalForm, given(donor.legalForm)],
        ['SIREN', donor.siren],
        [t.address, given(donor.address)],
      ]),
    ),
    section(
      'gift',
      t.gift,
      facts([
        [t.nature, `${t.natureText} ${gift.projects.join(', ')}`],
        [t.period, periodInWords(language, gift)],
        [t.time, h('strong', null, time(language, gift))],
        [t.value, h('strong', null, cents(language, gift.valueCents))],
        [t.statement, `${statement.number} (${t.fiscalYear} ${statement.fiscalYear})`],
      ]),
      table(
        t.people,
        [
          { title: t.person, cell: ({ name }) => name ?? h('em', null, t.erased), isHeading: true },
          { title: t.time, cell: (person) => time(language, person), isNumber: true },
        ],
        gift.people,
      ),
    ),
    section(
      'signature',
      t.signature,
      facts([
        [t.signatory, signatory.name],
        [t.capacity, signatory.capacity],
        [t.mandate, daysInWords(language, signatory.mandate.from, signatory.mandate.to)],
      ]),
    ),
  ];
}

function issuePart(view: FoundationReceiptView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, receiptWords);
  const { foundation, company, statement, missing, already, unlawful } = view;
  if (missing.length > 0 || already !== null) return null;
  return section(
    'issue',
    t.issue,
    postForm(
      frame,
      addresses.foundationReceipt(foundation.id, company.id, statement.number),
      [
        h('p', null, say(language, unlawful)),
        h('p', null, t.issueText),
        selectField(
          { name: 'language', label: t.language },
          [
            { value: 'fr', text: 'français' },
            { value: 'en', text: 'English' },
          ],
          language,
        ),
        box('certified', 'certified', 'yes', t.certify, { required: true }),
        h('p', null, submit(t.issueButton)),
      ],
      { class: 'panel' },
    ),
  );
}

export function renderFoundationReceipt(view: FoundationReceiptView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, receiptWords);
  const { foundation, company, missing, supersedes, already } = view;
  return page(
    frame,
    { title: `${t.draftTitle} – ${company.name}` },
    already === null
      ? h('p', { class: 'lead' }, t.draftLead)
      : notice('note', h('p', null, h('strong', null, `${t.number} ${already}`)), h('p', null, t.already)),
    supersedes === null || already !== null
      ? null
      : notice('note', h('p', null, `${t.thisOne} ${t.willCancel} ${supersedes}.`)),
    missing.length === 0
      ? null
      : notice(
          'warn',
          h('h2', null, t.missing),
          h('p', null, t.missingText),
          h(
            'ul',
            null,
            missing.map((path) => h('li', null, named(language, mentionWords, path))),
          ),
        ),
    content(view, frame),
    issuePart(view, frame),
    h(
      'p',
      { class: 'way-on' },
      safeLink(`${addresses.foundationReceipts}?${new URLSearchParams({ foundation: foundation.id })}`, t.toList),
    ),
  );
}
