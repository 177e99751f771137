// The plainest page there is, through the whole edge and a real browser: it works without script and axe finds nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { problemPage } from '../../functions/problem-page.ts';
import { loadAssets } from '../../lib/edge/assets.ts';
import { developmentSignIn } from '../../lib/edge/development-sign-in.ts';
import { endpoint } from '../../lib/edge/endpoint.ts';
import { type LocalServer, serveLocally } from '../../lib/edge/local-server.ts';
import { edgeOf, nowMs } from '../edge/edge.ts';
import { describeWithBrowser, expectNoAxeViolations, screenshot } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-assets-'));
writeFileSync(join(folder, 'page.css'), 'h1 { color: rgb(1, 2, 3) }');
writeFileSync(join(folder, 'page.js'), 'document.title = "script ran"');

const document = (body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
  <link rel="stylesheet" href="/assets/page.css"><script src="/assets/page.js" defer></script></head>
  <body><main><h1>Essai</h1>${body}</main></body></html>`;

const page = endpoint({
  method: 'GET',
  path: '/months',
  audience: 'developer',
  need: [],
  input: z.object({}),
  run: async (_ports, _input, { person, csrf }) => ({
    html: document(`<p>Bonjour ${person}</p>
      <script>document.title = 'inline script ran'</script>
      <form method="post" action="/months"><input type="hidden" name="csrf" value="${csrf}"><button>Vérifier</button></form>`),
  }),
});

const check = endpoint({
  method: 'POST',
  path: '/months',
  audience: 'developer',
  need: [],
  input: z.object({}),
  run: async () => ({ html: document('<p>Vérifié.</p>') }),
});

const signIn = developmentSignIn({
  personas: async () => [
    { person: 'pe-dev', name: 'Dev', label: { fr: 'Dev', en: 'Dev' }, roles: [{ role: 'developer' }] },
  ],
  host: '127.0.0.1',
  environment: {},
  renderPage: (people, _visitor, next) =>
    document(`<form method="post" action="/sign-in"><input type="hidden" name="next" value="${next}">
      ${people.map(({ person, label }) => `<button name="person" value="${person}">${label.fr}</button>`).join('')}</form>`),
});

let server: LocalServer;
beforeAll(async () => {
  const { handler } = edgeOf([page, check, ...signIn], { secure: false, renderProblem: problemPage });
  server = await serveLocally(handler, { port: 0, assets: loadAssets(folder), now: () => nowMs, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

await describeWithBrowser('a page in a browser', (newPage) => {
  it('says in French that there is none, and axe finds nothing wrong with it', async () => {
    const tab = await newPage();
    const answer = await tab.goto(`${server.address}/nowhere`);
    expect(answer?.status()).toBe(404);
    await tab.getByRole('heading', { name: 'Introuvable' }).waitFor();
    await expectNoAxeViolations(tab);
    const path = await screenshot(tab, 'unknown-page');
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
  });

  it('is signed in to, and posts back, by plain forms without script', async () => {
    const tab = await newPage({ javaScriptEnabled: false });
    await tab.goto(`${server.address}/sign-in?next=/months`);
    await tab.getByRole('button', { name: 'Dev' }).click();
    await tab.getByText('Bonjour pe-dev').waitFor();
    await tab.getByRole('button', { name: 'Vérifier' }).click();
    await tab.getByText('Vérifié.').waitFor();
    expect(await tab.getByText('Bonjour').count()).toBe(0);
  });

  it('runs our script and style sheet, and no inline script', async () => {
    const tab = await newPage();
    await tab.goto(`${server.address}/sign-in?next=/months`);
    await tab.getByRole('button', { name: 'Dev' }).click();
    const heading = tab.getByRole('heading', { name: 'Essai' });
    await heading.waitFor();
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
    expect(await tab.title()).toBe('script ran');
    await expectNoAxeViolations(tab);
  });

  it('finds a page without a language or a title wrong', async () => {
    const tab = await newPage();
    await tab.setContent('<html><head></head><body><img src="x"></body></html>');
    await expect(expectNoAxeViolations(tab)).rejects.toThrow('html-has-lang');
  });
});
