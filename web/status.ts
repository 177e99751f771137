// Public: what the last full reading of the ledger found.

import { h } from 'preact';
import { whole } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { type Frame, page } from './frame.ts';
import { instantInWords } from './parts/dates.ts';
import { facts, mark, notice } from './parts/facts.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { statusWords } from './words/status.ts';

export interface StatusView {
  readonly version: string;
  /** Statements are signed by a key file marked TEST. */
  readonly isTestKey: boolean;
  /** null before the first check. */
  readonly check: {
    /** Instant UTC. */
    readonly at: string;
    readonly books: number;
    readonly facts: number;
    readonly rows: number;
    /** Views that have not caught up yet: no fault. */
    readonly viewsBehind: number;
    /** Named by book and place; never by what the row says. */
    readonly faults: readonly { readonly where: string; readonly detail: Bilingual }[];
  } | null;
}

export function renderStatus({ version, isTestKey, check }: StatusView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, statusWords);
  const isSound = check === null || check.faults.length === 0;
  return page(
    frame,
    { title: t.title, isError: !isSound },
    h('p', { class: 'lead' }, t.lead),
    check === null
      ? notice('note', h('p', null, t.never))
      : h(
          'div',
          { class: `verdict ${isSound ? 'good' : 'bad'}` },
          h('p', { class: 'result' }, isSound ? mark('good', t.sound) : mark('bad', t.faulty)),
          isSound ? null : h('p', null, t.stopped),
        ),
    isTestKey ? notice('warn', h('p', null, t.testKey)) : null,
    facts([
      [t.version, version],
      ...(check === null
        ? []
        : ([
            [t.at, instantInWords(language, check.at)],
            [t.books, whole(language, check.books)],
            [t.facts, whole(language, check.facts)],
            [t.rows, whole(language, check.rows)],
            [t.behind, check.viewsBehind === 0 ? null : `${whole(language, check.viewsBehind)}, ${t.behindText}`],
          ] as const)),
    ]),
    isSound || check === null
      ? null
      : table(
          t.faults,
          [
            { title: t.where, cell: ({ where }) => h('code', null, where), isHeading: true },
            { title: t.what, cell: ({ detail }) => say(language, detail) },
          ],
          check.faults,
        ),
  );
}
