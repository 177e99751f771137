// Amounts of a statement. Under a proposed scheme they never stand without the words "no legal effect": a proposal is never printed as law.

import { type ComponentChild, h } from 'preact';
import { cents, euros } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Gift, StatedStep } from '../../lib/statement/payload.ts';
import { computationSteps } from './computation-steps.ts';
import { giftTables } from './gift.ts';
import { readingName } from './state.ts';
import { table } from './table.ts';
import { barsOf } from './waterfall.ts';
import { inLanguage, type Words } from './words.ts';

export interface Amount {
  /** What the amounts come from, in order. */
  readonly steps: readonly StatedStep[];
  readonly baseCents: number;
  readonly creditCents: number;
  /** Whole euros, as a tax return takes them. */
  readonly declaredEuros: number;
  /** The named reading of the scheme. */
  readonly reading: string;
  /** Under mécénat. */
  readonly gift?: Gift | undefined;
}

/** `relief` only under a scheme in force, `simulation` only under a proposed one, neither under `none`. */
export interface StatedAmounts {
  readonly relief?: Amount | undefined;
  readonly simulation?: Amount | undefined;
  /** Staff cost of the counted time. */
  readonly cost?: { readonly cents: number } | undefined;
}

const words = {
  simulation: { fr: 'Simulation — aucun effet juridique', en: 'Simulation — no legal effect' },
  simulationCaption: {
    fr: 'Montants simulés — aucun effet juridique',
    en: 'Simulated amounts — no legal effect',
  },
  proposal: {
    fr: 'Aucune loi n’a créé ce dispositif : ces montants montrent ce qu’une proposition donnerait. Ils n’ouvrent aucun droit et ne se reportent sur aucune déclaration.',
    en: 'No law has created this scheme: these amounts show what a proposal would give. They open no right and go on no tax return.',
  },
  relief: { fr: 'Avantage calculé', en: 'Computed relief' },
  what: { fr: 'Grandeur', en: 'Item' },
  amount: { fr: 'Montant', en: 'Amount' },
  cost: { fr: 'Coût de personnel du temps retenu', en: 'Staff cost of the counted time' },
  bar: { fr: 'En proportion', en: 'In proportion' },
  base: { fr: 'Assiette', en: 'Base' },
  value: { fr: 'Valeur du don', en: 'Value of the gift' },
  credit: { fr: 'Montant calculé', en: 'Computed amount' },
  declared: { fr: 'Arrondi à l’euro', en: 'Rounded to the euro' },
  reading: { fr: 'Lecture de la proposition', en: 'Reading of the proposal' },
  lawReading: { fr: 'Lecture du texte', en: 'Reading of the law' },
} as const satisfies Words;

interface AmountRow {
  readonly text: string;
  readonly written: string;
  readonly cents: number;
}

export const isSimulation = ({ simulation }: StatedAmounts): boolean => simulation !== undefined;

/** @returns null where the statement has no amounts */
export function amounts(language: Language, { relief, simulation, cost }: StatedAmounts): ComponentChild {
  const amount = simulation ?? relief;
  if (amount === undefined) return null;
  const t = inLanguage(language, words);
  const isProposal = simulation !== undefined;
  const { baseCents, creditCents, declaredEuros, gift } = amount;
  const base = gift === undefined ? t.base : t.value;
  const rows: readonly AmountRow[] = [
    ...(cost === undefined ? [] : [{ text: t.cost, written: cents(language, cost.cents), cents: cost.cents }]),
    { text: base, written: cents(language, baseCents), cents: baseCents },
    { text: t.credit, written: cents(language, creditCents), cents: creditCents },
    { text: t.declared, written: euros(language, declaredEuros), cents: declaredEuros * 100 },
  ];
  const widest = Math.max(...rows.map((row) => row.cents));
  return h(
    'section',
    { class: isProposal ? 'simulation' : 'relief', 'aria-labelledby': 'amounts' },
    h('h2', { id: 'amounts' }, isProposal ? t.simulation : t.relief),
    isProposal ? h('p', null, t.proposal) : null,
    table(
      isProposal ? t.simulationCaption : t.relief,
      [
        { title: t.what, cell: ({ text }) => text, isHeading: true },
        { title: t.amount, cell: ({ written }) => written, isNumber: true },
        {
          title: t.bar,
          cell: (row) => barsOf([{ bottom: 0, top: row.cents, class: 'counted' }], widest, row.written),
        },
      ],
      rows,
      { class: 'waterfall' },
    ),
    computationSteps(language, amount.steps),
    h(
      'p',
      { class: 'hint' },
      `${isProposal ? t.reading : t.lawReading}${language === 'fr' ? '\u202f' : ''}: `,
      readingName(language, amount.reading),
    ),
    amount.gift === undefined ? null : giftTables(language, amount.gift),
  );
}
