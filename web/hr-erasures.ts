// HR: whom it may erase, for whom it was asked, and who was erased.
import { h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { instantInWords } from './parts/dates.ts';
import { mark, notice, section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { erasureWords } from './words/erasures.ts';

export interface HrErasuresView {
  readonly company: CompanyChoice;
  /** Those first for whom it was asked. */
  readonly people: readonly {
    readonly developer: string;
    readonly matricule: string;
    readonly name: string;
    /** `by` null: she herself. */
    readonly asked: { readonly by: string | null; readonly at: string } | null;
  }[];
  /** Newest first. */
  readonly erased: readonly { readonly developer: string; readonly at: string; readonly by: string }[];
  readonly notice: Bilingual | null;
}

export function renderHrErasures(view: HrErasuresView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, erasureWords);
  const { company, people, erased } = view;
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, t.lead),
    h('p', null, companyText(company)),
    section(
      'people',
      t.people,
      people.length === 0
        ? h('p', null, t.nobody)
        : table(
            t.people,
            [
              { title: t.person, cell: ({ name }) => name, isHeading: true },
              { title: t.matricule, cell: ({ matricule }) => matricule },
              {
                title: t.state,
                cell: ({ asked }) =>
                  asked === null
                    ? t.none
                    : [
                        mark('wait', `${t.askedBy} ${asked.by ?? t.herself}`),
                        h('span', { class: 'under' }, instantInWords(language, asked.at)),
                      ],
              },
              {
                title: t.page,
                cell: ({ developer, name }) =>
                  safeLink(addresses.hrErasure(company.id, developer), [
                    t.open,
                    h('span', { class: 'hidden' }, `, ${name}`),
                  ]),
              },
            ],
            people,
            { hasHiddenCaption: true },
          ),
    ),
    erased.length === 0
      ? null
      : section(
          'erased',
          t.erased,
          table(
            t.erased,
            [
              { title: t.identifier, cell: ({ developer }) => h('code', null, developer), isHeading: true },
              { title: t.at, cell: ({ at }) => instantInWords(language, at) },
              { title: t.by, cell: ({ by }) => by },
            ],
            erased,
            { hasHiddenCaption: true },
          ),
        ),
    h(
      'p',
      { class: 'way-on' },
      safeLink(`${addresses.hrTimesheets}?${new URLSearchParams({ company: company.id })}`, t.timesheets),
    ),
  );
}
