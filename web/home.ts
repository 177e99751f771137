// Home: what awaits the person in each of her roles; for a visitor, what Communs is.

import { type ComponentChild, h } from 'preact';
import type { Month } from '../lib/model/calendar.ts';
import { whole } from '../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { monthInWords } from './parts/dates.ts';
import { section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { homeWords } from './words/home.ts';

/** One role of the person, and what awaits her there. `at` is the company or the foundation. */
export type RoleCard =
  | {
      readonly role: 'hr';
      readonly at: string;
      /** Its id: she may be of HR for several, each with a card of its own. */
      readonly company: string;
      readonly month: Month;
      readonly peopleWithoutTime: number;
      readonly erasuresAsked: number;
    }
  | {
      readonly role: 'developer';
      readonly at: string;
      readonly monthsToCheck: number;
      readonly identitiesProposed: number;
    }
  | {
      readonly role: 'foundation';
      readonly at: string;
      /** Its id: she may sign for several, each with a card of its own. */
      readonly foundation: string;
      readonly linesAwaiting: number;
      readonly giftsAwaiting: number;
    }
  | { readonly role: 'finance'; readonly at: string; readonly toIssue: number; readonly blocking: number }
  | { readonly role: 'auditor'; readonly at: string; readonly link: string }
  | { readonly role: 'registrar' };

export interface HomeView {
  /** Empty for a visitor, and for somebody without a role. */
  readonly cards: readonly RoleCard[];
}

const one = (count: number, fr: readonly [string, string], en: readonly [string, string]): readonly Bilingual[] =>
  count === 0
    ? []
    : [
        {
          fr: `${whole('fr', count)} ${count === 1 ? fr[0] : fr[1]}`,
          en: `${whole('en', count)} ${count === 1 ? en[0] : en[1]}`,
        },
      ];

/** Nothing to do gives no line. */
function awaiting(card: RoleCard): readonly Bilingual[] {
  switch (card.role) {
    case 'hr': {
      const [fr, en] = [monthInWords('fr', card.month), monthInWords('en', card.month)];
      return [
        ...one(
          card.peopleWithoutTime,
          [`personne sans heures pour ${fr}`, `personnes sans heures pour ${fr}`],
          [`person without hours for ${en}`, `people without hours for ${en}`],
        ),
        ...one(
          card.erasuresAsked,
          ['effacement demandé, à exécuter', 'effacements demandés, à exécuter'],
          ['erasure asked for, to carry out', 'erasures asked for, to carry out'],
        ),
      ];
    }
    case 'developer':
      return [
        ...one(card.monthsToCheck, ['mois à relire', 'mois à relire'], ['month to check', 'months to check']),
        ...one(
          card.identitiesProposed,
          ['identité de forge proposée', 'identités de forge proposées'],
          ['forge identity proposed', 'forge identities proposed'],
        ),
      ];
    case 'foundation':
      return [
        ...one(
          card.linesAwaiting,
          ['contribution à confirmer', 'contributions à confirmer'],
          ['contribution to confirm', 'contributions to confirm'],
        ),
        ...one(
          card.giftsAwaiting,
          ['don de temps en attente d’un reçu', 'dons de temps en attente d’un reçu'],
          ['gift of time that awaits a receipt', 'gifts of time that await a receipt'],
        ),
      ];
    case 'finance':
      return [
        ...one(
          card.toIssue,
          ['état préparé, à émettre', 'états préparés, à émettre'],
          ['statement prepared, to issue', 'statements prepared, to issue'],
        ),
        ...one(
          card.blocking,
          ['point qui bloque la préparation', 'points qui bloquent la préparation'],
          ['point that blocks preparing', 'points that block preparing'],
        ),
      ];
    case 'auditor':
    case 'registrar':
      return [];
  }
}

function wayIn(language: Language, card: RoleCard): ComponentChild {
  const t = inLanguage(language, homeWords);
  switch (card.role) {
    case 'hr': {
      const of = new URLSearchParams({ company: card.company });
      return [
        safeLink(`${addresses.hrTimesheets}?${of}`, t.openHr),
        card.erasuresAsked === 0 ? null : [' · ', safeLink(`${addresses.hrErasures}?${of}`, t.openErasures)],
      ];
    }
    case 'developer':
      return safeLink(addresses.developerMonths, t.openDeveloper);
    case 'foundation': {
      const of = new URLSearchParams({ foundation: card.foundation });
      return [
        safeLink(`${addresses.foundationList}?${of}`, t.openFoundation),
        card.giftsAwaiting === 0 ? null : [' · ', safeLink(`${addresses.foundationReceipts}?${of}`, t.openReceipts)],
      ];
    }
    case 'finance':
      return safeLink(addresses.financeStatements, t.openFinance);
    case 'auditor':
      return safeLink(addresses.linkStatement(card.link), t.openAuditor);
    case 'registrar':
      return [t.registrarText, ' ', safeLink(addresses.registrarObjections, t.openRegistrar)];
  }
}

function roleCard(language: Language, card: RoleCard): ComponentChild {
  const t = inLanguage(language, homeWords);
  const lines = awaiting(card);
  const mayWait = card.role !== 'auditor' && card.role !== 'registrar';
  return h(
    'li',
    { class: 'card' },
    h('h2', null, t[card.role]),
    'at' in card ? h('p', { class: 'under' }, card.at) : null,
    lines.map((line) => h('p', { class: 'count' }, say(language, line))),
    lines.length === 0 && mayWait ? h('p', null, t.nothing) : null,
    h('p', null, wayIn(language, card)),
  );
}

/** @returns the home page: cards for who has roles, the presentation for everybody else */
export function renderHome({ cards }: HomeView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, homeWords);
  if (cards.length > 0) {
    return page(
      frame,
      { title: t.welcome },
      h(
        'ul',
        { class: 'cards' },
        cards.map((card) => roleCard(language, card)),
      ),
    );
  }
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    section(
      'how',
      t.how,
      h(
        'ol',
        { class: 'steps' },
        [t.declared, t.traces, t.checked, t.issued].map((step) => h('li', null, step)),
      ),
    ),
    h(
      'ul',
      { class: 'cards' },
      h(
        'li',
        { class: 'card' },
        h('h2', null, t.verifyTitle),
        h('p', null, t.verifyText),
        h('p', null, safeLink(addresses.verify, t.verify, { class: 'button' })),
      ),
      h(
        'li',
        { class: 'card' },
        h('h2', null, t.signInTitle),
        h('p', null, t.signInText),
        h('p', null, safeLink(addresses.signIn, t.signIn, { class: 'button' })),
      ),
    ),
    h('p', { class: 'hint' }, t.law),
  );
}
