// HR: what erasing one person would take away, what stays by which text and until when, and the step that is hers to take.
import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import { whole } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { dayInWords, instantInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { hidden, inputField, postForm, selectField, submit } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage, named } from './parts/words.ts';
import { pieceWords } from './words/developer-held.ts';
import { erasureWords } from './words/erasures.ts';

export interface HrErasureView {
  readonly company: CompanyChoice;
  readonly developer: { readonly id: string; readonly name: string; readonly matricule: string };
  readonly held: { readonly rows: number };
  /** By kind and text: how many pieces, and the last day of the last. Earliest end first. */
  readonly kept: readonly {
    readonly what: string;
    readonly pieces: number;
    readonly until: Day;
    readonly text: string;
    readonly says: Bilingual;
    readonly years: number;
  }[];
  /** The last day on which something must be kept; null: all terms are over. */
  readonly keptUntil: Day | null;
  readonly lentTo: Day | 'open' | null;
  readonly request: {
    readonly at: string;
    /** Null: she herself. */
    readonly by: string | null;
    readonly ground: string;
    /** Whoever looks asked for it. */
    readonly isOwn: boolean;
  } | null;
}

/** The step that whoever looks may take today; null: none. */
function stepOf({ lentTo, keptUntil, request }: HrErasureView): 'ask' | 'carry-out' | null {
  if (lentTo !== null || keptUntil !== null) return null;
  if (request === null) return 'ask';
  return request.isOwn ? null : 'carry-out';
}

function whereItStands(view: HrErasureView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, erasureWords);
  const { lentTo, keptUntil, request } = view;
  const asked =
    request === null
      ? null
      : h('p', null, `${t.asked} ${instantInWords(language, request.at)}, ${t.byWhom} ${request.by ?? t.herself}.`);
  const text = (): ComponentChild => {
    if (lentTo === 'open') return h('p', null, t.lentOpen);
    if (lentTo !== null) return h('p', null, `${t.lentTo} ${dayInWords(language, lentTo)}.`);
    if (keptUntil !== null) {
      return [
        h('p', null, h('strong', null, `${t.keptUntil} ${dayInWords(language, keptUntil)}.`)),
        h('p', null, t.keptText),
      ];
    }
    if (request === null) return h('p', null, t.mayAsk);
    return h('p', null, request.isOwn ? t.own : t.mayErase);
  };
  return section('where', t.where, asked, notice('note', text()));
}

function formPart(view: HrErasureView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, erasureWords);
  const { company, developer, request } = view;
  const step = stepOf(view);
  if (step === null) return null;
  const isAsking = step === 'ask';
  return section(
    'step',
    isAsking ? t.ask : t.erase,
    postForm(
      frame,
      addresses.hrErasure(company.id, developer.id),
      [
        hidden('step', step),
        isAsking
          ? selectField(
              { name: 'ground', label: t.ground },
              [
                { value: 'request', text: t.request },
                { value: 'term', text: t.term },
              ],
              'request',
            )
          : [h('p', null, h('strong', null, t.eraseText)), hidden('ground', request?.ground ?? 'request')],
        inputField(
          { name: 'typed', label: t.typed, hint: t.typedHint },
          { required: true, autocomplete: 'off', spellcheck: false, size: 16 },
        ),
        h('p', null, submit(isAsking ? t.askButton : t.eraseButton, isAsking ? 'main' : 'danger')),
      ],
      { class: 'panel' },
    ),
  );
}

function keptPart({ kept }: HrErasureView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, erasureWords);
  return section(
    'kept',
    t.kept,
    kept.length === 0
      ? h('p', null, t.nothingKept)
      : table(
          t.kept,
          [
            {
              title: t.piece,
              cell: ({ what, pieces }) => `${named(language, pieceWords, what)} (${whole(language, pieces)})`,
              isHeading: true,
            },
            { title: t.until, cell: ({ until }) => dayInWords(language, until) },
            {
              title: t.text,
              cell: ({ text, says, years }) => [
                text,
                h(
                  'span',
                  { class: 'under' },
                  say(language, { fr: `${says.fr} ; ${years} ans`, en: `${says.en}; ${years} years` }),
                ),
              ],
            },
          ],
          kept,
          { hasHiddenCaption: true },
        ),
  );
}

export function renderHrErasure(view: HrErasureView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, erasureWords);
  const { company, developer, held } = view;
  const list = (texts: readonly string[]): ComponentChild =>
    h(
      'ul',
      null,
      texts.map((text) => h('li', null, text)),
    );
  return page(
    frame,
    { title: `${t.title} – ${developer.name}` },
    facts([
      [t.company, companyText(company)],
      [t.person, developer.name],
      [t.matricule, h('strong', null, developer.matricule)],
    ]),
    whereItStands(view, frame),
    keptPart(view, frame),
    section(
      'goes',
      t.goes,
      list([t.goesNames, `${t.goesRows} (${whole(language, held.rows)})`, t.goesFiles, t.goesKeys, t.goesCommits]),
    ),
    section('stays', t.stays, list([t.staysFacts, t.staysStatements, t.staysReceipts, t.staysOthers])),
    formPart(view, frame),
    h(
      'p',
      { class: 'way-on' },
      safeLink(`${addresses.hrErasures}?${new URLSearchParams({ company: company.id })}`, t.back),
    ),
  );
}
