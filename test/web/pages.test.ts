// Every page in both languages: what holds of all of them, and what hostile text cannot do.
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../web/frame.ts';
import { insideOf, tagsOf, textOf, withName } from './html.ts';
import { samples } from './sample-views.ts';

const frameOf = (language: Frame['language'], roles: Frame['roles']): Frame => ({
  language,
  person: roles.length === 0 ? null : 'Alice Vernois',
  roles,
  csrf: 'token-of-this-session',
  isMemory: false,
  isTestClock: false,
  path: '/somewhere?year=2026&lang=fr',
});

const all = samples.flatMap((sample) =>
  (['fr', 'en'] as const).map((language) => ({
    name: `${sample.name} ${language}`,
    sample,
    language,
    html: sample.render(frameOf(language, sample.roles)),
  })),
);

describe.each(all)('$name', ({ html, language, sample }) => {
  it('is a whole document in its language, with one heading that the title repeats', () => {
    expect(html.startsWith('<!doctype html><html lang=')).toBe(true);
    expect(withName(html, 'html')[0]?.attributes.get('lang')).toBe(language);
    const [heading, ...others] = withName(html, 'h1');
    expect(others).toEqual([]);
    const text = insideOf(html, heading!).replace(/^<h1>/, '');
    expect(html).toMatch(/<title>(?:Erreur\u202f: |Error: )?[^<]+ – Communs<\/title>/);
    expect(html).toContain(`${text} – Communs</title>`);
  });

  it('says all that it has to say', () => {
    expect(textOf(html)).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
  });

  it('never says that anything is valid', () => {
    expect(textOf(html)).not.toMatch(/\bvalid/i);
  });

  it('has forms that carry the token, or ask without changing anything', () => {
    for (const form of withName(html, 'form')) {
      const token = withName(insideOf(html, form), 'input').filter((tag) => tag.attributes.get('name') === 'csrf');
      const isPost = form.attributes.get('method') === 'post';
      expect(token.map((tag) => tag.attributes.get('value'))).toEqual(isPost ? ['token-of-this-session'] : []);
      expect(form.attributes.get('action')).toMatch(/^\/[a-z]/);
    }
  });

  it('has a label for each field, and no id twice', () => {
    const ids = tagsOf(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.length).toBe(new Set(ids).size);
    const labelled = withName(html, 'label').map((tag) => tag.attributes.get('for'));
    const fields = tagsOf(html).filter(({ name }) => ['input', 'select', 'textarea'].includes(name));
    for (const field of fields.filter((tag) => tag.attributes.get('type') !== 'hidden')) {
      expect(labelled).toContain(field.attributes.get('id'));
    }
    const described = fields.flatMap((tag) => tag.attributes.get('aria-describedby')?.split(' ') ?? []);
    expect(ids).toEqual(expect.arrayContaining(described));
  });

  it('takes hostile text as text', () => {
    const hostile = sample.render(frameOf(language, sample.roles), poisoned(sample.view));
    const tags = tagsOf(hostile);
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(tags.filter(({ name }) => name === 'img' || name === 'iframe')).toEqual([]);
    for (const { attributes } of tags) {
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on|^style$/);
        if (['href', 'src', 'action'].includes(name)) expect(value).toMatch(/^(?:\/(?!\/)|#|\?|https:\/\/)/);
      }
    }
    // What stands between tags holds no tag of its own: all that looks like one was read above.
    const rest = hostile.replace(/<!doctype html>|<\/?[a-z][^<>]*>/g, '');
    expect(rest).not.toContain('<');
  });
});

const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)';

/** Every text that a person could have written becomes an attack; codes, days, months, instants stay what they are. */
function poisoned(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'url') return 'javascript:alert(1)';
    if (key === 'token' || key === 'link' || key === 'next' || key === 'id' || key === 'entry') return attack;
    return /^[a-z0-9-]*$|^\d{4}-\d{2}/.test(value) ? value : `${value}${attack}`;
  }
  if (Array.isArray(value)) return value.map((one) => poisoned(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, poisoned(member, name)]));
}

it('the attack does reach the pages', () => {
  const reached = samples.filter(({ render, roles, view }) =>
    textOf(render(frameOf('en', roles), poisoned(view))).includes('alert(3)'),
  );
  expect(reached.length).toBeGreaterThan(20);
});

it('a page knows what awaits whoever is signed in, and how to leave', () => {
  const page = samples.find(({ name }) => name === 'status')!;
  const signedIn = page.render(frameOf('en', ['hr', 'finance']));
  expect(textOf(signedIn)).toContain('Sign out');
  expect(signedIn).toContain('href="/hr/timesheets"');
  expect(signedIn).toContain('href="/finance/statements"');
  expect(signedIn).not.toContain('href="/developer/months"');
  const visitor = page.render(frameOf('en', []));
  expect(visitor).toContain('href="/sign-in?next=%2Fsomewhere%3Fyear%3D2026%26lang%3Dfr"');
  expect(page.render({ ...frameOf('en', []), path: '/v/li-1.a.k1.b' })).toContain('href="/sign-in"');
});

it('the other language is one link away, on the same page', () => {
  const page = samples.find(({ name }) => name === 'status')!;
  const link = withName(page.render(frameOf('fr', [])), 'a').find((tag) => tag.attributes.get('lang') === 'en');
  expect(link?.attributes.get('href')).toBe('/somewhere?year=2026&lang=en');
  const unasked = page.render({ ...frameOf('fr', []), path: null });
  expect(unasked).not.toContain('hreflang');
});

it('a run on the sample’s clock, or without memory, says so on the page', () => {
  const page = samples.find(({ name }) => name === 'home-visitor')!;
  const html = page.render({ ...frameOf('en', []), isTestClock: true, isMemory: true });
  expect(textOf(html)).toContain('TEST The clock is the sample’s');
  expect(textOf(html)).toContain('Nothing is kept.');
});
