// The words of what becomes of time and of statements: one word for one thing, on every page.

import type { ComponentChild } from 'preact';
import type { TraceVerdict } from '../../lib/model/corroboration.ts';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { type MarkKind, mark } from './facts.ts';
import { named, type Words } from './words.ts';

/** Where a part of declared time ended. */
export type PartState = 'counted' | 'refused' | 'awaiting' | 'withdrawn';

/** `issued` may have been followed by another, which then replaces it. */
export type StatementState = 'prepared' | 'issued' | 'superseded' | 'revoked';

export const partStates = {
  counted: { fr: 'Retenu', en: 'Counted' },
  refused: { fr: 'Écarté', en: 'Refused' },
  awaiting: { fr: 'En attente', en: 'Awaiting' },
  withdrawn: { fr: 'Retiré', en: 'Withdrawn' },
} as const satisfies Words;

const partMarks: Readonly<Record<PartState, MarkKind>> = {
  counted: 'good',
  refused: 'bad',
  awaiting: 'wait',
  withdrawn: 'gone',
};

export const partMark = (language: Language, state: PartState): ComponentChild =>
  mark(partMarks[state], say(language, partStates[state]));

const statementStates = {
  prepared: { fr: 'Préparé, à émettre', en: 'Prepared, to issue' },
  issued: { fr: 'Émis, non remplacé', en: 'Issued, not replaced' },
  superseded: { fr: 'Remplacé', en: 'Replaced' },
  revoked: { fr: 'Révoqué', en: 'Revoked' },
} as const satisfies Words;

const statementMarks: Readonly<Record<StatementState, MarkKind>> = {
  prepared: 'wait',
  issued: 'good',
  superseded: 'gone',
  revoked: 'bad',
};

export const statementMark = (language: Language, state: StatementState): ComponentChild =>
  mark(statementMarks[state], say(language, statementStates[state]));

const verdictWords = {
  agrees: { fr: 'Les traces concordent', en: 'Traces agree' },
  partly: { fr: 'Traces partielles', en: 'Traces in part' },
  'no-public-trace': { fr: 'Aucune trace publique', en: 'No public trace' },
  conflict: { fr: 'Déclaré deux fois', en: 'Claimed twice' },
} as const satisfies Words;

const verdictMarks: Readonly<Record<TraceVerdict, MarkKind>> = {
  agrees: 'good',
  partly: 'part',
  'no-public-trace': 'none',
  conflict: 'bad',
};

const notCompared = { fr: 'Pas encore comparé', en: 'Not compared yet' };

/** @param verdict null before the first comparison with a forge */
export const verdictMark = (language: Language, verdict: TraceVerdict | null): ComponentChild =>
  verdict === null
    ? mark('wait', say(language, notCompared))
    : mark(verdictMarks[verdict], say(language, verdictWords[verdict]));

/** @param days beyond the delay; null = in time */
export const lateMark = (language: Language, days: number | null): ComponentChild =>
  days === null
    ? null
    : mark(
        'part',
        say(language, {
          fr: days === 1 ? 'Tardif d’un jour' : `Tardif de ${days} jours`,
          en: days === 1 ? 'One day late' : `${days} days late`,
        }),
      );

const schemes: Words = {
  'digital-commons-investor': {
    fr: 'Investisseur en Communs Numériques (proposition)',
    en: 'Digital Commons Investor (a proposal)',
  },
  'mecenat-de-competences-238bis': {
    fr: 'Mécénat de compétences (CGI, art. 238 bis)',
    en: 'Gift of skills (mécénat, CGI art. 238 bis)',
  },
  'cir-244-quater-b': {
    fr: 'Crédit d’impôt recherche (CGI, art. 244 quater B)',
    en: 'Research tax credit (CIR, CGI art. 244 quater B)',
  },
  none: { fr: 'État de contribution, sans montant', en: 'Contribution statement, without amounts' },
};

export const schemeName = (language: Language, code: string): string => named(language, schemes, code);

const readings: Words = {
  credit: { fr: 'crédit d’impôt', en: 'tax credit' },
  deduction: { fr: 'déduction supplémentaire', en: 'additional deduction' },
  'month-of-secondment': {
    fr: 'trois plafonds mensuels, chaque mois de mise à disposition',
    en: 'three monthly ceilings, each month of secondment',
  },
  'prorata-time': {
    fr: 'trois plafonds mensuels, au prorata du temps',
    en: 'three monthly ceilings, in proportion to the time',
  },
  'annual-flat': { fr: 'trois plafonds annuels, dans l’année', en: 'three annual ceilings, in the year' },
  'monthly-flat-year': { fr: 'trois plafonds mensuels, dans l’année', en: 'three monthly ceilings, in the year' },
};

/** What a reading of a scheme is called. */
export const readingName = (language: Language, code: string): string => named(language, readings, code);
