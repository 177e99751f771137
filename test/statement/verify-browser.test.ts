// The verifier in a browser, offline, from a file: the same code, WebCrypto's signature check, the same answer as node's.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import { verificationJson } from '../../lib/statement/verification-text.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { describeWithBrowser } from '../browser/browser.ts';
import { build, checks, sign } from './sample-statement.ts';

const entry = `
  import { plainSha256 } from './plain-sha256.ts';
  import { verificationJson } from './verification-text.ts';
  import { verifyFile } from './verify-file.ts';
  import { webCryptoChecks } from './web-crypto-checks.ts';
  const bytes = (text) => new TextEncoder().encode(text);
  globalThis.verify = async ({ file, jwks, disclosures }) => verificationJson(await verifyFile(
    { file: bytes(file), jwks: bytes(jwks), keysPinned: false, disclosures: bytes(disclosures) },
    webCryptoChecks(crypto.subtle, plainSha256),
  ));`;

const bundled = await bundle({
  stdin: { contents: entry, resolveDir: join(import.meta.dirname, '../../lib/statement'), loader: 'ts' },
  bundle: true,
  platform: 'browser',
  format: 'iife',
  write: false,
  metafile: true,
  logLevel: 'silent',
});
const script = bundled.outputFiles[0]!.text;

interface Given {
  readonly file: string;
  readonly jwks: string;
  readonly disclosures: string;
}

let folder: string;
let given: Given;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-verify-browser-'));
  const signer = localSigner(join(folder, 'keys'));
  const { payload, disclosures } = build();
  given = {
    file: await sign(signer, 'communs-statement+jwt', payload),
    jwks: JSON.stringify({ keys: await signer.publicKeys() }),
    disclosures: disclosures.map(({ encoded }) => encoded).join('\n'),
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is bundled with nothing of node in it', () => {
  const inputs = Object.entries(bundled.metafile.inputs);
  const imports = inputs.flatMap(([, input]) => input.imports.map(({ path }) => path));
  expect(imports.filter((path) => path.startsWith('node:'))).toEqual([]);
  const others = inputs
    .map(([path]) => path)
    .filter((path) => !/^lib\/|node_modules\/(?:zod|fflate)\/|^<stdin>$/.test(path));
  expect(others).toEqual([]);
  expect(script).not.toMatch(/\b(?:Buffer|process)\./);
});

/** Changes one character to another of the alphabet. */
const changed = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

await describeWithBrowser('the verifier in a browser', (newPage) => {
  const openOffline = async (): Promise<Page> => {
    const path = join(folder, 'verify.html');
    await writeFile(path, '<!doctype html><html lang="en"><title>verify</title>');
    const page = await newPage();
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(path).href);
    await page.addScriptTag({ content: script });
    return page;
  };
  const answerOf = (page: Page, files: Given): Promise<unknown> =>
    page.evaluate(`verify(${JSON.stringify(files)})`) as Promise<unknown>;

  it('finds a genuine statement authentic, and gives node’s answer to the letter', async () => {
    const page = await openOffline();
    const answer = await answerOf(page, given);
    expect(answer).toMatchObject({ result: 'authentic', exitCode: 0, level: 'names', problems: [] });
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const { file, jwks, disclosures } = given;
    const byNode = await verifyFile(
      { file: bytes(file), jwks: bytes(jwks), keysPinned: false, disclosures: bytes(disclosures) },
      checks,
    );
    expect(answer).toEqual(verificationJson(byNode));
  });

  it('refuses a copy with one changed byte, in header, payload or signature', async () => {
    const page = await openOffline();
    const { file } = given;
    const dots = [file.indexOf('.'), file.lastIndexOf('.')] as const;
    for (const at of [10, dots[0] + 1, dots[0] + 400, dots[1] - 1, dots[1] + 1, file.length - 1]) {
      const answer = await answerOf(page, { ...given, file: changed(file, at) });
      expect([at, answer]).toEqual([at, expect.objectContaining({ result: 'invalid', exitCode: 1, statement: null })]);
    }
  });

  it('says that it could not check where the browser lacks WebCrypto, and never passes', async () => {
    const page = await openOffline();
    await page.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    const answer = await answerOf(page, given);
    expect(answer).toMatchObject({ result: 'incomplete', exitCode: 2, problems: [{ code: 'signature-unchecked' }] });
  });
});
