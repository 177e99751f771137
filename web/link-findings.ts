// The auditor: what stands out, kind by kind, each line leading to its three proofs.

import { type ComponentChild, h } from 'preact';
import type { Day, Month } from '../lib/model/calendar.ts';
import type { Duration } from '../lib/model/duration.ts';
import { duration, whole } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import type { ViewLevel } from '../lib/statement/sd-jwt.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords } from './parts/dates.ts';
import { section } from './parts/facts.ts';
import { time } from './parts/format.ts';
import { backToStatement, hiddenAt, ofStatement } from './parts/link-about.ts';
import { safeLink } from './parts/safe-link.ts';
import { lateMark, partMark } from './parts/state.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { linkFindingsWords } from './words/auditor-tools.ts';

interface FoundLine {
  readonly day: Day;
  readonly month: Month;
  readonly time: Duration;
  readonly lateDays: number | null;
  readonly project: string;
  /** From 1, as `name-<n>`; 0 for somebody whom the statement does not name. */
  readonly person: number;
  /** At level `names`; else null. */
  readonly name: string | null;
  /** From 1, as `line-<n>`; null where the statement has none. */
  readonly line: number | null;
}

interface Finding {
  readonly code: string;
  readonly text: Bilingual;
  readonly ends: 'refused' | 'awaiting' | null;
  readonly minutes: number;
  readonly halfDays: number;
  readonly count: number;
  /** The first of them; none at level `totals`. */
  readonly lines: readonly FoundLine[];
}

export interface LinkFindingsView {
  /** As it stands in addresses. */
  readonly link: string;
  readonly number: string;
  readonly company: string;
  readonly level: ViewLevel;
  readonly declaredLines: number;
  readonly findings: readonly Finding[];
}

function linesOf({ link }: LinkFindingsView, { code, lines, text }: Finding, { language }: Frame): ComponentChild {
  if (lines.length === 0) return null;
  const t = inLanguage(language, linkFindingsWords);
  return table<FoundLine>(
    `${code} – ${say(language, text)}`,
    [
      {
        title: t.day,
        cell: ({ day, line, month }) =>
          line === null
            ? dayInWords(language, day)
            : safeLink(addresses.linkLine(link, line, month), dayInWords(language, day)),
        isHeading: true,
      },
      { title: t.person, cell: ({ name, person }) => name ?? (person === 0 ? '–' : `${t.person} ${person}`) },
      { title: t.project, cell: ({ project }) => project },
      { title: t.time, cell: (line) => duration(language, line.time), isNumber: true },
      { title: t.late, cell: ({ lateDays }) => lateMark(language, lateDays) ?? '–' },
    ],
    lines,
    { hasHiddenCaption: true },
  );
}

function findingPart(view: LinkFindingsView, finding: Finding, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, linkFindingsWords);
  const { code, text, ends, minutes, halfDays, count, lines } = finding;
  const more = lines.length > 0 && lines.length < count ? ` ${t.first} ${whole(language, lines.length)}.` : '';
  // The first sentence says what it is, the rest what to make of it.
  const said = say(language, text);
  const [, heading = said, rest = ''] = /^(.*?)\.(?: ([\s\S]*))?$/.exec(said) ?? [];
  return section(
    `finding-${code}`,
    heading,
    rest === '' ? null : h('p', { class: 'hint' }, rest),
    h(
      'p',
      null,
      `${whole(language, count)} ${t.of} ${whole(language, view.declaredLines)} ${t.lineCount}, ${time(language, { minutes, halfDays })}. `,
      ends === null ? t.noRule : partMark(language, ends),
      more,
    ),
    linesOf(view, finding, frame),
  );
}

export function renderLinkFindings(view: LinkFindingsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkFindingsWords);
  const { level, findings } = view;
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    ofStatement(language, view),
    level === 'names' ? null : hiddenAt(language, level),
    findings.length === 0 ? h('p', null, t.nothing) : findings.map((finding) => findingPart(view, finding, frame)),
    h('p', { class: 'way-on' }, backToStatement(language, view.link)),
  );
}
