// Time and cost by project: the same table for finance and for an auditor.

import { type ComponentChild, h } from 'preact';
import { cents } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { time } from './format.ts';
import { partStates } from './state.ts';
import { type StatedTime, sumsOf } from './stated-time.ts';
import { type Column, table } from './table.ts';
import { inLanguage, type Words } from './words.ts';

export interface StatedProject extends StatedTime {
  readonly id: string;
  readonly name: string;
  readonly foundation: { readonly id: string; readonly name: string };
  /** Absent under scheme `none`. */
  readonly costCents?: number | undefined;
}

const words = {
  caption: { fr: 'Temps par projet', en: 'Time by project' },
  project: { fr: 'Projet', en: 'Project' },
  declared: { fr: 'Déclaré', en: 'Declared' },
  cost: { fr: 'Coût du temps retenu', en: 'Cost of the counted time' },
} as const satisfies Words;

/** Declared, counted, refused, awaiting, withdrawn, and the cost if there is one: columns of projects and of lines. */
export function timeColumns<Row extends StatedTime & { readonly costCents?: number | undefined }>(
  language: Language,
  hasCost: boolean,
): readonly Column<Row>[] {
  const t = inLanguage(language, words);
  const s = inLanguage(language, partStates);
  const states = (['counted', 'refused', 'awaiting', 'withdrawn'] as const).map((state) => ({
    title: s[state],
    cell: (row: Row) => time(language, sumsOf(row)[state]),
    isNumber: true,
  }));
  return [
    { title: t.declared, cell: (row) => time(language, sumsOf(row).declared), isNumber: true },
    ...states,
    ...(hasCost
      ? [
          {
            title: t.cost,
            cell: ({ costCents }: Row) => (costCents === undefined ? '–' : cents(language, costCents)),
            isNumber: true,
          },
        ]
      : []),
  ];
}

export function projectTable(language: Language, projects: readonly StatedProject[]): ComponentChild {
  const t = inLanguage(language, words);
  const hasCost = projects.some(({ costCents }) => costCents !== undefined);
  return table(
    t.caption,
    [
      {
        title: t.project,
        cell: ({ name, foundation }) => [name, h('span', { class: 'under' }, foundation.name)],
        isHeading: true,
      },
      ...timeColumns<StatedProject>(language, hasCost),
    ],
    projects,
  );
}
