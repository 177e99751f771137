// What surrounds every page: head, skip link, navigation, language, who is signed in, banners, footer.

import { type ComponentChild, type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { postForm } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { frameWords, roleWords } from './words/frame.ts';

export type Role = 'auditor' | 'hr' | 'developer' | 'foundation' | 'finance' | 'registrar';

/** What each page is told besides its own view. */
export interface Frame {
  readonly language: Language;
  /** Who is signed in, as she is called; null = nobody. */
  readonly person: string | null;
  /** Hers: links of the navigation. */
  readonly roles: readonly Role[];
  /** The hidden field of every POST form; empty without a session. */
  readonly csrf: string;
  /** The run keeps nothing: said on every page. */
  readonly isMemory: boolean;
  /** The clock is the sample's, marked TEST. */
  readonly isTestClock: boolean;
  /** Path and query of this page, for the language switch; null where it cannot be asked for again (the answer to a form, a problem). */
  readonly path: string | null;
}

export interface PageHead {
  readonly title: string;
  /** Something must be corrected: the title says so first, as screen readers and tabs show it. */
  readonly isError?: boolean;
  /** Under a proposed scheme every printed sheet says that it has no legal effect. */
  readonly isSimulation?: boolean;
}

/** Where each role begins; an auditor comes by her link. */
const starts = {
  hr: addresses.hrTimesheets,
  developer: addresses.developerMonths,
  foundation: addresses.foundationList,
  finance: addresses.financeStatements,
  registrar: addresses.registrarObjections,
} as const;
const inOrder = Object.keys(starts) as (keyof typeof starts)[];

function languageSwitch({ language, path }: Frame): ComponentChild {
  if (path === null) return null;
  const other = language === 'fr' ? 'en' : 'fr';
  const [before = '/', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', other);
  return safeLink(`${before}?${parameters}`, other === 'fr' ? 'Français' : 'English', {
    lang: other,
    class: 'language',
  });
}

function header(frame: Frame): ComponentChild {
  const { language, person, roles, path } = frame;
  const t = inLanguage(language, frameWords);
  const links = inOrder.filter((role) => roles.includes(role));
  // An auditor's link needs no account, and its address goes into no query.
  const next = path === null || path.startsWith('/v/') ? '' : `?next=${encodeURIComponent(path)}`;
  return h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'wide bar' },
      safeLink(addresses.home, 'Communs', { class: 'brand' }),
      links.length === 0
        ? null
        : h(
            'nav',
            { 'aria-label': t.navigation },
            h(
              'ul',
              null,
              links.map((role) =>
                h(
                  'li',
                  null,
                  safeLink(starts[role], say(language, roleWords[role]), {
                    isCurrent: path?.split(/[?]/)[0]?.startsWith(`/${role}/`) ?? false,
                  }),
                ),
              ),
            ),
          ),
      h(
        'div',
        { class: 'who' },
        languageSwitch(frame),
        person === null
          ? safeLink(`${addresses.signIn}${next}`, t.signIn)
          : [
              h('span', { class: 'person' }, person),
              postForm(frame, addresses.signOut, [h('button', { class: 'plain' }, t.signOut)]),
            ],
      ),
    ),
    frame.isTestClock ? h('p', { class: 'banner' }, h('strong', null, 'TEST'), ' ', t.testClock) : null,
    frame.isMemory ? h('p', { class: 'banner' }, h('strong', null, t.memoryTitle), ' ', t.memory) : null,
  );
}

function footer({ language }: Frame): ComponentChild {
  const t = inLanguage(language, frameWords);
  return h(
    'footer',
    { class: 'bottom' },
    h(
      'div',
      { class: 'wide' },
      h('p', null, t.promise),
      h(
        'p',
        null,
        safeLink(addresses.verify, t.verify),
        ' · ',
        safeLink(addresses.status, t.status),
        ' · ',
        safeLink(addresses.methodology, t.methodology),
        ' · ',
        safeLink(addresses.log, t.log),
      ),
    ),
  );
}

/** @returns the whole document; one h1, which is its title */
export function page(frame: Frame, head: PageHead, ...content: ComponentChildren[]): string {
  const { language } = frame;
  const t = inLanguage(language, frameWords);
  const { title, isError = false, isSimulation = false } = head;
  const document = h(
    'html',
    { lang: language, ...(isSimulation ? { class: 'simulation-sheet' } : {}) },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${isError ? t.error : ''}${title} – Communs`),
      h('link', { rel: 'icon', type: 'image/svg+xml', href: '/assets/communs.svg' }),
      h('link', { rel: 'stylesheet', href: '/assets/communs.css' }),
      h('script', { src: '/assets/communs.js', defer: true }),
    ),
    h(
      'body',
      null,
      safeLink('#content', t.skip, { class: 'skip' }),
      header(frame),
      h('main', { id: 'content', class: 'wide', tabIndex: -1 }, h('h1', null, title), content),
      footer(frame),
    ),
  );
  return `<!doctype html>${renderToString(document)}\n`;
}
