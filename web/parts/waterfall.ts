// From declared to counted time as a waterfall: each reason is a row with its bar between the level before and after it, and its words.

import { type ComponentChild, h } from 'preact';
import { halfDays, minutes } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { TimeBlock, TimeBlockKind, Waterfall } from '../../lib/statement/waterfall.ts';
import { figureId } from './parameters.ts';
import { safeLink } from './safe-link.ts';
import { partStates } from './state.ts';
import { table } from './table.ts';
import { inLanguage, named } from './words.ts';

/** What each refusal or awaiting code means, and what can be done. */
export type ReasonTexts = Readonly<Record<string, Bilingual>>;

const words = {
  minutes: { fr: 'Du temps déclaré au temps retenu, en heures', en: 'From declared to counted time, in hours' },
  halfDays: {
    fr: 'Du temps déclaré au temps retenu, en demi-journées',
    en: 'From declared to counted time, in half-days',
  },
  what: { fr: 'Ce que devient le temps', en: 'Where the time ends' },
  amount: { fr: 'Temps', en: 'Time' },
  bar: { fr: 'En cascade', en: 'Waterfall' },
  declared: { fr: 'Déclaré', en: 'Declared' },
  agrees: { fr: 'dont les traces concordent', en: 'of which traces agree' },
  partly: { fr: 'dont les traces sont partielles', en: 'of which traces are partial' },
  noTrace: { fr: 'dont aucune trace publique', en: 'of which no public trace' },
  law: { fr: 'règle de droit', en: 'rule of law' },
  policy: { fr: 'règle de la maison', en: 'house policy' },
  foundation: { fr: 'attend la fondation', en: 'awaits the foundation' },
  employer: { fr: 'attend l’employeur', en: 'awaits the employer' },
  employers: { fr: 'attend les deux employeurs', en: 'awaits both employers' },
  sum: {
    fr: 'Retenu, écarté, en attente et retiré font ensemble le temps déclaré, à la minute. Les traces ne déplacent aucune minute : elles disent seulement comment le temps retenu se répartit. Ce qu’un temps écarté ou en attente aurait valu n’est pas estimé.',
    en: 'Counted, refused, awaiting and withdrawn add up to the declared time, to the minute. Traces move no minute: they only say how the counted time divides. What refused or awaiting time would have been worth is not guessed.',
  },
} as const;

/** For each refusal the anchor of the parameter it rests on: text, days, certainty. */
type ReasonAnchors = Readonly<Record<string, string>>;

/** @param figures key of the parameter by refusal code @returns only those whose parameter stands on the page */
export const printedFigures = (
  figures: Readonly<Record<string, string>>,
  parameters: readonly { readonly key: string }[],
): ReasonAnchors => {
  const printed = new Set(parameters.map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(figures).flatMap(([code, key]) => (printed.has(key) ? [[code, `#${figureId(key)}`]] : [])),
  );
};

/** The style sheet colours by state; a split of counted time looks like counted time. */
const looks: Readonly<Record<TimeBlockKind, string>> = {
  declared: 'sum',
  refused: 'refused',
  awaiting: 'awaiting',
  withdrawn: 'withdrawn',
  counted: 'counted',
  agrees: 'part',
  partly: 'part',
  noTrace: 'part',
};

export interface Bar {
  readonly bottom: number;
  readonly top: number;
  readonly class: string;
}

/**
 * @param text what the bars show, for whoever does not see them
 * @param whole the level that fills the width
 */
export function barsOf(bars: readonly Bar[], whole: number, text: string): ComponentChild {
  const place = (level: number): number => (whole === 0 ? 0 : Math.round((level * 1000) / whole));
  return h(
    'svg',
    { class: 'bar-of-time', role: 'img', 'aria-label': text, viewBox: '0 0 1000 10', preserveAspectRatio: 'none' },
    bars.map(({ bottom, top, class: name }) => {
      const x = place(bottom);
      // What is not nothing is never drawn as nothing.
      const width = top > bottom ? Math.max(4, place(top) - x) : 0;
      return h('rect', { class: name, x: Math.min(x, 1000 - width), y: 0, width, height: 10 });
    }),
  );
}

function label(language: Language, block: TimeBlock, texts: ReasonTexts, anchors: ReasonAnchors): ComponentChild {
  const t = inLanguage(language, words);
  const { kind, code, ground, awaits } = block;
  if (kind === 'counted' || kind === 'withdrawn') return say(language, partStates[kind]);
  if (kind !== 'refused' && kind !== 'awaiting') return t[kind];
  const anchor = code === null ? undefined : anchors[code];
  const who = ground === null ? (awaits === null ? null : t[awaits]) : t[ground];
  return [
    h('b', null, say(language, partStates[kind])),
    ` – ${code === null ? '' : named(language, texts, code)} `,
    who === null ? null : h('span', { class: 'ground' }, anchor === undefined ? who : safeLink(anchor, who)),
  ];
}

function figure(
  language: Language,
  caption: string,
  blocks: readonly TimeBlock[],
  written: (language: Language, amount: number) => string,
  texts: ReasonTexts,
  anchors: ReasonAnchors,
): ComponentChild {
  const t = inLanguage(language, words);
  const whole = blocks[0]?.amount ?? 0;
  return table(
    caption,
    [
      { title: t.what, cell: (block) => label(language, block, texts, anchors), isHeading: true },
      { title: t.amount, cell: ({ amount }) => written(language, amount), isNumber: true },
      {
        title: t.bar,
        cell: (block) => {
          const text = `${written(language, block.bottom)} – ${written(language, block.top)}`;
          return barsOf([{ ...block, class: looks[block.kind] }], whole, text);
        },
      },
    ],
    blocks,
    { rowClass: ({ kind }) => looks[kind], class: 'waterfall' },
  );
}

/** Minutes and half-days stand apart: one is never turned into the other. */
export function waterfallParts(
  language: Language,
  { minutes: m, halfDays: d }: Waterfall,
  texts: ReasonTexts,
  anchors: ReasonAnchors = {},
): ComponentChild {
  const t = inLanguage(language, words);
  const hasMinutes = (m[0]?.amount ?? 0) > 0 || d === null;
  return [
    hasMinutes ? figure(language, t.minutes, m, minutes, texts, anchors) : null,
    d === null ? null : figure(language, t.halfDays, d, halfDays, texts, anchors),
    h('p', { class: 'hint' }, t.sum),
  ];
}
