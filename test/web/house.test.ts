// Rules of the room that no type can hold: where addresses are written, how heavy the assets are, what they fetch.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve(import.meta.dirname, '../../web');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(web, name), 'utf8') }));
const asset = (name: string): string => readFileSync(join(web, 'assets', name), 'utf8');
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

it('a link is made in one place, which looks at the address; a form in another, which carries the token', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(filesWith(/\bh\(\s*'a'/)).toEqual(['parts/safe-link.ts']);
  expect(filesWith(/\bh\(\s*'form'/)).toEqual(['parts/form.ts']);
});

it('no page writes HTML, style or script of its own', () => {
  expect(filesWith(/dangerouslySetInnerHTML|\bstyle:|\bon[A-Z]\w+:/)).toEqual([]);
});

it('the assets are small, and fetch nothing', () => {
  expect(Buffer.byteLength(asset('communs.css'))).toBeLessThan(20_000);
  expect(Buffer.byteLength(asset('communs.js'))).toBeLessThan(6_000);
  expect(asset('communs.css')).not.toMatch(/url\(|@import|@font-face/);
  expect(asset('communs.js')).not.toMatch(/fetch|XMLHttpRequest|localStorage|sessionStorage|import\b/);
});

it('whoever asks for less motion, forced colours or paper is heard', () => {
  for (const wish of ['prefers-reduced-motion', 'forced-colors: active', '@media print', ':focus-visible']) {
    expect(asset('communs.css')).toContain(wish);
  }
});
