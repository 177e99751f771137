import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadAssets } from '../../lib/edge/assets.ts';
import { endpoint } from '../../lib/edge/endpoint.ts';
import { uploadedFile } from '../../lib/edge/form-input.ts';
import type { EdgeHandler } from '../../lib/edge/handler.ts';
import { type LocalServer, serveLocally } from '../../lib/edge/local-server.ts';
import { edgeOf, nowMs, recorded } from './edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-assets-'));
writeFileSync(join(folder, 'communs.css'), 'body{}');
writeFileSync(join(folder, 'secret.key'), 'no');
const assets = loadAssets(folder);
const settings = { port: 0, assets, now: () => nowMs, log: () => undefined } as const;

/** What the handler was called with, last. */
let seen: APIGatewayProxyEventV2 | undefined;
const looking: EdgeHandler = async (event) => {
  seen = event;
  return {
    statusCode: 200,
    cookies: ['a=1; Path=/', 'b=2; Path=/'],
    headers: { 'x-is': 'here' },
    body: 'AP8=',
    isBase64Encoded: true,
  };
};

let server: LocalServer;
beforeAll(async () => {
  server = await serveLocally(looking, settings);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Below fetch, which tidies paths and cannot set Host. */
const raw = (path: string, headers: Record<string, string | string[]> = {}): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });

describe('the converter', () => {
  it('makes the event that the gateway would, for the recorded page', async () => {
    const wanted = recorded('page');
    await raw('/statements/2026-001%20bis?vue=lignes&mois=2026-01&mois=2026-02', {
      accept: wanted.headers.accept ?? '',
      'Accept-Language': wanted.headers['accept-language'] ?? '',
      cookie: 'communs-language=fr',
    });
    for (const part of [
      'version',
      'rawPath',
      'rawQueryString',
      'cookies',
      'queryStringParameters',
      'isBase64Encoded',
    ] as const) {
      expect(seen?.[part], part).toEqual(wanted[part]);
    }
    expect(seen?.headers).toMatchObject({ 'accept-language': wanted.headers['accept-language'] });
    expect(seen?.headers).not.toHaveProperty('cookie');
    expect(seen?.requestContext.http).toMatchObject({
      method: 'GET',
      path: '/statements/2026-001 bis',
      protocol: 'HTTP/1.1',
    });
    const { time, timeEpoch } = wanted.requestContext;
    expect(seen?.requestContext).toMatchObject({ time, timeEpoch });
  });

  it('joins repeated headers by a comma and splits cookies', async () => {
    await raw('/', { 'x-twice': ['a', 'b'], cookie: 'one=1; two=2' });
    expect(seen?.headers['x-twice']).toBe('a,b');
    expect(seen?.cookies).toEqual(['one=1', 'two=2']);
  });

  it('sends a form as base64, JSON and text as they are, and no body as none', async () => {
    const wanted = recorded('form');
    const body = Buffer.from(wanted.body ?? '', 'base64').toString();
    await fetch(`${server.address}/projects`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([seen?.body, seen?.isBase64Encoded]).toEqual([wanted.body, true]);
    await fetch(server.address, { method: 'POST', body: '{"é":1}', headers: { 'content-type': 'application/json' } });
    expect([seen?.body, seen?.isBase64Encoded]).toEqual(['{"é":1}', false]);
    await fetch(server.address);
    expect(seen).not.toHaveProperty('body');
    expect(seen).not.toHaveProperty('queryStringParameters');
  });

  it('gives back bytes, headers and each cookie', async () => {
    const answer = await fetch(server.address);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255]);
    expect(answer.headers.get('x-is')).toBe('here');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });

  it('answers a value without statusCode as JSON', async () => {
    const plain = await serveLocally((async () => ({ fine: true })) as unknown as EdgeHandler, settings);
    const answer = await fetch(plain.address);
    expect([answer.headers.get('content-type'), await answer.json()]).toEqual(['application/json', { fine: true }]);
    await plain.close();
  });
});

describe('the local server', () => {
  it('refuses another host name, and a path that is badly encoded', async () => {
    expect(await raw('/', { host: 'evil.example' })).toBe(421);
    expect(await raw('/%E0%A4%A')).toBe(400);
    expect(await raw('/', { host: `localhost:${server.port}` })).toBe(200);
  });

  it('serves the assets, and does not send again what the browser has', async () => {
    const plain = await fetch(`${server.address}/assets/communs.css`);
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    expect([plain.headers.get('content-type'), await plain.text()]).toEqual(['text/css; charset=utf-8', 'body{}']);
    const etag = plain.headers.get('etag') ?? '';
    const again = await fetch(`${server.address}/assets/communs.css`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('serves nothing beside the assets', async () => {
    for (const path of ['/assets/secret.key', '/assets/../secret.key', '/assets/%2e%2e%2fsecret.key']) {
      seen = undefined;
      await raw(path);
      expect(seen, path).toBeDefined();
    }
  });

  it('says that a port asked for is taken, and takes the next one by itself otherwise', async () => {
    await expect(serveLocally(looking, { ...settings, port: server.port })).rejects.toMatchObject({
      code: 'port-in-use',
      exitCode: 2,
    });
    const first = await serveLocally(looking, { ...settings, port: null });
    const second = await serveLocally(looking, { ...settings, port: null });
    expect(first.port).toBeGreaterThanOrEqual(8017);
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });

  it('logs a fault of the converter without its message', async () => {
    const lines: string[] = [];
    const broken = await serveLocally(() => Promise.reject(new Error('Zanzibar')), {
      ...settings,
      log: (line) => lines.push(line),
    });
    const answer = await fetch(broken.address);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('Zanzibar')]);
    expect(lines.join()).not.toContain('Zanzibar');
    await broken.close();
  });
});

describe('an upload through the whole edge', () => {
  const upload = endpoint({
    method: 'POST',
    path: '/upload',
    audience: 'public',
    need: [],
    input: z.object({ file: uploadedFile }),
    run: async (_ports, { file }) => ({ json: { name: file.name, size: file.bytes.length } }),
  });

  it('arrives whole, and is refused in words above 10 MB', async () => {
    const real = await serveLocally(edgeOf([upload], { secure: false }).handler, settings);
    const send = (bytes: number) => {
      const body = new FormData();
      body.append('file', new File([new Uint8Array(bytes)], 'octobre.xlsx'));
      return fetch(`${real.address}/upload`, { method: 'POST', body });
    };
    expect(await (await send(9_000_000)).json()).toEqual({ name: 'octobre.xlsx', size: 9_000_000 });
    const refused = await send(12_000_000);
    expect([refused.status, (await refused.json()) as { code: string }]).toMatchObject([413, { code: 'too-large' }]);
    await real.close();
  });
});
