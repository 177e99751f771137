// Public: the log, year by year, its keys, its witnesses, and how anybody monitors it.

import { type ComponentChild, h } from 'preact';
import { whole } from '../lib/model/quantity-text.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { instantInWords } from './parts/dates.ts';
import { copied, facts, notice, section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { logWords } from './words/log.ts';

/** What somebody outside said of a checkpoint, and when. */
export interface LogMark {
  /** Instant UTC. */
  readonly at: string;
  /** Of the tree that it is about. */
  readonly size: number;
}

export interface LogView {
  readonly isTestKey: boolean;
  /** `broken`: what is stored is not what was signed. The latest year first. */
  readonly years:
    | 'broken'
    | readonly {
        readonly year: number;
        readonly origin: string;
        readonly size: number;
        /** Hex. */
        readonly root: string;
        readonly checkpoint: string;
        readonly vkeys: readonly string[];
        /** The last word of each witness. */
        readonly witnesses: readonly (LogMark & { readonly name: string })[];
        readonly stamp: LogMark | null;
      }[];
}

export function renderLog({ isTestKey, years }: LogView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, logWords);
  const markText = ({ at, size }: LogMark, between: string): string =>
    `${instantInWords(language, at)}, ${between} ${whole(language, size)} ${t.of}`;
  const yearPart = (one: Exclude<LogView['years'], 'broken'>[number]): ComponentChild =>
    section(
      `year-${one.year}`,
      String(one.year),
      facts([
        [t.entries, whole(language, one.size)],
        [t.root, copied(language, one.root)],
        [t.origin, h('code', null, one.origin)],
        [t.key, one.vkeys.map((vkey) => h('p', null, copied(language, vkey)))],
        [
          t.witnesses,
          one.witnesses.length === 0
            ? t.noWitness
            : one.witnesses.map((mark) => h('p', null, `${mark.name}, ${markText(mark, t.witnessed)}`)),
        ],
        [t.stamp, one.stamp === null ? t.noStamp : markText(one.stamp, t.stamped)],
        [t.checkpoint, safeLink(addresses.logCheckpoint(one.year), t.checkpointFile)],
      ]),
      h('pre', { tabIndex: 0 }, one.checkpoint),
    );
  return page(
    frame,
    { title: t.title, isError: years === 'broken' },
    h('p', { class: 'lead' }, t.lead),
    isTestKey ? notice('warn', h('p', null, t.testKey)) : null,
    years === 'broken' ? notice('warn', h('p', null, t.broken)) : null,
    years.length === 0 ? notice('note', h('p', null, t.never)) : null,
    years === 'broken' ? null : years.map(yearPart),
    section(
      'how',
      t.how,
      [t.howKeep, t.howSee, t.howKeys, t.howFormat].map((line) => h('p', null, line)),
      h('pre', { tabIndex: 0 }, 'communs log checkpoint > kept\ncommuns log monitor --since kept'),
    ),
    h('p', { class: 'way-on' }, safeLink(addresses.status, t.status)),
  );
}
