// The developer: all that is held on her at one employer, who saw it, and until when it is kept.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import type { Duration } from '../lib/model/duration.ts';
import { duration } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords, daysInWords, instantInWords, periodInWords } from './parts/dates.ts';
import { facts, section } from './parts/facts.ts';
import { postForm, submit } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { type StatementState, statementMark } from './parts/state.ts';
import { type Column, table } from './parts/table.ts';
import { inLanguage, named } from './parts/words.ts';
import { heldWords, pieceWords } from './words/developer-held.ts';

interface Written {
  readonly kind: string;
  readonly at: string;
  readonly byName: string;
  readonly row: unknown;
}

/** The parts that are shown of what may be downloaded. */
export interface DeveloperHeldView {
  readonly company: { readonly id: string; readonly name: string };
  readonly developer: string;
  readonly directory: {
    readonly entry: { readonly name: string; readonly matricule: string; readonly emails: readonly string[] } | null;
  };
  readonly identities: readonly {
    readonly identity: string;
    readonly shown: string | null;
    readonly intervals: readonly { readonly since: Day; readonly until: Day | null }[];
  }[];
  readonly secondments: readonly {
    readonly foundation: string;
    readonly projects: readonly string[];
    readonly from: Day;
    readonly to: Day | null;
    /** Its last day where it ended before `to`. */
    readonly endedOn: Day | null;
  }[];
  readonly time: {
    readonly entries: readonly (Duration & {
      readonly day: Day;
      readonly project: string;
      readonly withdrawn: number;
      readonly source: {
        readonly file: string;
        readonly sheet: string | null;
        readonly row: number | null;
        readonly cell: string | null;
      };
    })[];
  };
  readonly rows: readonly Written[];
  readonly facts: readonly Written[];
  readonly traces: readonly { readonly repository: string; readonly sha: string; readonly authorDay: Day }[];
  readonly statements: readonly {
    readonly number: string;
    readonly period: { readonly from: Day; readonly to: Day };
    readonly state: StatementState;
  }[];
  readonly seenBy: readonly { readonly by: string; readonly act: Bilingual; readonly at: string }[];
  readonly keeping: {
    readonly until: Day | null;
    readonly lentTo: Day | 'open' | null;
    readonly asked: { readonly at: string } | null;
    readonly evidence: readonly {
      readonly what: string;
      readonly name: string;
      readonly since: Day;
      readonly until: Day;
      readonly text: string;
      readonly says: Bilingual;
    }[];
  };
}

/** An empty table says so in its place. */
const listed = <Row>(
  id: string,
  title: string,
  none: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ComponentChild =>
  section(id, title, rows.length === 0 ? h('p', null, none) : table(title, columns, rows, { hasHiddenCaption: true }));

/** On the page alone: a file that she took away sends no form. */
function askPart({ company, keeping }: DeveloperHeldView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, heldWords);
  const { until, lentTo, asked } = keeping;
  if (frame.person === null || until !== null || lentTo !== null || asked !== null) return null;
  return postForm(
    frame,
    addresses.developerErasure(company.id),
    [h('p', null, t.askText), h('p', null, submit(t.ask, 'second'))],
    { class: 'panel' },
  );
}

function keepingPart(view: DeveloperHeldView, frame: Frame): ComponentChild {
  const { keeping } = view;
  const { language } = frame;
  const t = inLanguage(language, heldWords);
  const { until, lentTo, asked, evidence } = keeping;
  const over = asked === null ? h('p', null, t.over) : null;
  const term = until === null ? over : h('p', null, `${t.untilAll} ${dayInWords(language, until)}. ${t.later}`);
  return section(
    'keeping',
    t.keeping,
    lentTo === null ? term : h('p', null, t.lent),
    asked === null ? null : h('p', null, `${t.asked} ${instantInWords(language, asked.at)}. ${t.askedNext}`),
    askPart(view, frame),
    evidence.length === 0
      ? null
      : table(
          t.keeping,
          [
            {
              title: t.piece,
              cell: ({ what, name }) => `${named(language, pieceWords, what)} ${name}`,
              isHeading: true,
            },
            { title: t.until, cell: (one) => dayInWords(language, one.until) },
            { title: t.since, cell: ({ since }) => dayInWords(language, since) },
            { title: t.text, cell: ({ text, says }) => [text, h('span', { class: 'under' }, say(language, says))] },
          ],
          evidence,
          { hasHiddenCaption: true },
        ),
  );
}

function timePart({ time }: DeveloperHeldView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, heldWords);
  return listed(
    'time',
    t.time,
    t.none,
    [
      { title: t.day, cell: ({ day }) => dayInWords(language, day), isHeading: true },
      { title: t.project, cell: ({ project }) => project },
      { title: t.amount, cell: (entry) => duration(language, entry), isNumber: true },
      {
        title: t.withdrawn,
        cell: ({ unit, withdrawn }) => (withdrawn === 0 ? '–' : duration(language, { unit, amount: withdrawn })),
        isNumber: true,
      },
      {
        title: t.source,
        cell: ({ source: { file, sheet, row, cell } }) =>
          [file, sheet, cell ?? row].filter((part) => part !== null && part !== '').join(', '),
      },
    ],
    time.entries,
  );
}

/** As it is stored, so that nothing is told more nicely than it is. */
function writtenPart({ rows, facts: facts_ }: DeveloperHeldView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, heldWords);
  const all = [...facts_, ...rows].sort((a, b) => (a.at < b.at ? -1 : 1));
  return listed(
    'rows',
    t.rows,
    t.none,
    [
      { title: t.when, cell: ({ at }) => instantInWords(language, at), isHeading: true },
      { title: t.what, cell: ({ kind }) => h('code', null, kind) },
      { title: t.by, cell: ({ byName }) => byName },
      { title: t.content, cell: ({ row }) => h('code', { class: 'digest' }, JSON.stringify(row)) },
    ],
    all,
  );
}

export function renderDeveloperHeld(view: DeveloperHeldView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, heldWords);
  const { company, developer, directory, identities, secondments, traces, statements, seenBy } = view;
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    h('p', { class: 'way-on' }, safeLink(addresses.developerHeldFile(company.id), t.download)),
    section(
      'who',
      t.who,
      facts([
        [t.name, directory.entry?.name],
        [t.matricule, directory.entry?.matricule],
        [t.addresses, directory.entry?.emails.join(', ')],
        [t.pseudonym, h('code', null, developer)],
      ]),
    ),
    keepingPart(view, frame),
    listed(
      'seen',
      t.seen,
      t.nobody,
      [
        { title: t.when, cell: ({ at }) => instantInWords(language, at), isHeading: true },
        { title: t.by, cell: ({ by }) => by },
        { title: t.what, cell: ({ act }) => say(language, act) },
      ],
      seenBy,
    ),
    listed(
      'identities',
      t.identities,
      t.none,
      [
        { title: t.identity, cell: ({ shown, identity }) => shown ?? identity.slice(0, 12), isHeading: true },
        {
          title: t.days,
          cell: ({ intervals }) => intervals.map(({ since, until }) => daysInWords(language, since, until)).join(' ; '),
        },
      ],
      identities,
    ),
    listed(
      'secondments',
      t.secondments,
      t.none,
      [
        { title: t.foundation, cell: ({ foundation }) => foundation, isHeading: true },
        { title: t.projects, cell: ({ projects }) => projects.join(', ') },
        { title: t.days, cell: ({ from, to, endedOn }) => daysInWords(language, from, endedOn ?? to) },
      ],
      secondments,
    ),
    timePart(view, frame),
    listed(
      'statements',
      t.statements,
      t.none,
      [
        { title: t.number, cell: ({ number }) => number, isHeading: true },
        { title: t.period, cell: ({ period }) => periodInWords(language, period) },
        { title: t.state, cell: ({ state }) => statementMark(language, state) },
      ],
      statements,
    ),
    listed(
      'traces',
      t.traces,
      t.none,
      [
        { title: t.commit, cell: ({ sha }) => h('code', null, sha.slice(0, 12)), isHeading: true },
        { title: t.repository, cell: ({ repository }) => repository },
        { title: t.day, cell: ({ authorDay }) => dayInWords(language, authorDay) },
      ],
      traces,
    ),
    writtenPart(view, frame),
  );
}
