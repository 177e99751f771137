// Short facts: a term and what is known, digests that can be copied, marks that never rest on colour alone.

import { type ComponentChild, type ComponentChildren, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';

export type Fact = readonly [term: string, value: ComponentChildren];

/** What is null or undefined is left out with its term. */
export const facts = (list: readonly Fact[]): ComponentChild =>
  h(
    'dl',
    { class: 'facts' },
    list
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value))),
  );

const copyWords = { fr: 'Copier', en: 'Copy' };
const copiedWords = { fr: 'Copié', en: 'Copied' };

/** A line never ends between the dashes of an option and its name. */
const wholeOptions = (text: string): ComponentChild[] =>
  text.split(/(?<= )(--[\w-]+)/).map((part, i) => (i % 2 === 0 ? part : h('span', { class: 'option' }, part)));

/** A digest, an address, a secret, a command: breaks anywhere, and gets a copy button where script runs. */
export const copied = (language: Language, text: string): ComponentChild =>
  h(
    'code',
    { class: 'digest', 'data-copy': say(language, copyWords), 'data-copied': say(language, copiedWords) },
    wholeOptions(text),
  );

export type MarkKind = 'good' | 'part' | 'none' | 'wait' | 'bad' | 'gone';

const signs: Readonly<Record<MarkKind, string>> = { good: '✓', part: '◐', none: '○', wait: '◷', bad: '✕', gone: '↶' };

/** Alone only where its word stands beside it for whoever does not see it. */
export const sign = (kind: MarkKind): string => signs[kind];

/** A sign, a word and a tint, in this order of weight. */
export const mark = (kind: MarkKind, text: string): ComponentChild =>
  h('span', { class: `mark ${kind}` }, h('span', { 'aria-hidden': 'true' }, signs[kind]), '\u00a0', text);

/** Something that has just been done, or must be known before the rest is read. */
export const notice = (kind: 'done' | 'note' | 'warn', ...content: ComponentChildren[]): ComponentChild =>
  h('div', { class: `notice ${kind}`, ...(kind === 'done' ? { role: 'status' } : {}) }, content);

export const section = (id: string, title: string, ...content: ComponentChildren[]): ComponentChild =>
  h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content);
