import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Answer } from '../../lib/edge/answer.ts';
import { type Endpoint, endpoint } from '../../lib/edge/endpoint.ts';
import { oneOrMany, uploadedFile } from '../../lib/edge/form-input.ts';
import { readSession } from '../../lib/edge/session.ts';
import { ask, edgeOf, key, nowMs, nowSeconds, recorded, signedIn } from './edge.ts';

/** Answers with what it was given. */
const echo = (method: 'GET' | 'POST', path: string, input: z.ZodType = z.looseObject({})): Endpoint =>
  endpoint({
    method,
    path,
    audience: 'public',
    need: [],
    input,
    run: async (_ports, given, { language }): Promise<Answer> => ({ json: { given: given as string, language } }),
  });

const hrPage = (method: 'GET' | 'POST'): Endpoint =>
  endpoint({
    method,
    path: '/timesheets',
    audience: 'hr',
    need: ['clock'],
    input: z.object({}),
    run: async ({ clock }, _input, { person, csrf }): Promise<Answer> => ({ json: { person, csrf, now: clock.now() } }),
  });

const hr = { roles: [{ role: 'hr', company: 'co-1' }] } as const;

describe('reading the recorded events', () => {
  it('gives path parameters, repeated names and language of a page event', async () => {
    const answer = await edgeOf([echo('GET', '/statements/{number}')]).send(recorded('page'));
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body ?? '')).toEqual({
      given: { vue: 'lignes', mois: ['2026-01', '2026-02'], number: '2026-001 bis' },
      language: 'fr',
    });
  });

  it('reads a form that came as base64, commas and accents kept', async () => {
    const input = z.object({ name: z.string(), tag: oneOrMany(z.string()), other: oneOrMany(z.string()) });
    const answer = await edgeOf([echo('POST', '/projects', input)]).send(recorded('form'));
    expect(JSON.parse(answer.body ?? '').given).toEqual({ name: 'Café & cie', tag: ['a', 'b,c'], other: [] });
  });

  it('decodes a path parameter that came encoded, and lets a path parameter win over the query', async () => {
    const event = ask({ path: '/statements/a%20b', query: 'number=evil' });
    const answer = await edgeOf([echo('GET', '/statements/{number}')]).send(event);
    expect(JSON.parse(answer.body ?? '').given).toEqual({ number: 'a b' });
  });

  it('reads an upload sent as multipart, and no file where the field was left empty', async () => {
    // As a browser writes it: an empty file field comes with an empty name.
    const lines = [
      '--b',
      'Content-Disposition: form-data; name="note"',
      '',
      'relevé',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="relevé octobre.xlsx"',
      'Content-Type: application/x-test',
      '',
      '\u0000\n\r\n-',
      '--b',
      'Content-Disposition: form-data; name="none"; filename=""',
      'Content-Type: application/octet-stream',
      '',
      '',
      '--b--',
      '',
    ];
    const input = z.strictObject({
      note: z.string(),
      file: uploadedFile.transform((file) => ({ ...file, bytes: [...file.bytes] })),
    });
    const answer = await edgeOf([echo('POST', '/upload', input)]).send({
      ...ask({ method: 'POST', path: '/upload', headers: { 'content-type': 'multipart/form-data; boundary=b' } }),
      body: Buffer.from(lines.join('\r\n')).toString('base64'),
      isBase64Encoded: true,
    });
    expect(JSON.parse(answer.body ?? '').given).toEqual({
      note: 'relevé',
      file: { name: 'relevé octobre.xlsx', type: 'application/x-test', bytes: [0, 10, 13, 10, 45] },
    });
  });
});

describe('what no endpoint answers', () => {
  const edge = edgeOf([
    echo('GET', '/only-get'),
    echo('POST', '/form', z.object({ day: z.iso.date(), name: z.string() })),
  ]);

  it('answers 404, 405 with Allow, 415, 413 and 422', async () => {
    expect((await edge.send(ask({ path: '/nowhere' }))).statusCode).toBe(404);
    const wrongMethod = await edge.send(ask({ method: 'DELETE', path: '/only-get' }));
    expect([wrongMethod.statusCode, wrongMethod.headers?.allow]).toEqual([405, 'GET, HEAD']);
    const json = ask({ method: 'POST', path: '/form', headers: { 'content-type': 'application/json' } });
    expect((await edge.send({ ...json, body: '{}' })).statusCode).toBe(415);
    const torn = ask({ method: 'POST', path: '/form', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect((await edge.send({ ...torn, body: 'not multipart' })).statusCode).toBe(415);
    const huge = ask({ method: 'POST', path: '/form', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect((await edge.send({ ...huge, body: 'x'.repeat(10 * 1024 * 1024 + 1) })).statusCode).toBe(413);
    expect((await edge.send(ask({ method: 'POST', path: '/form', form: { day: '31/12/2026' } }))).statusCode).toBe(422);
  });

  it('names every field of a bad form at once, and repeats no value', async () => {
    const event = ask({ method: 'POST', path: '/form', query: 'lang=fr', form: { day: 'Zanzibar' } });
    const answer = await edge.send(event);
    const body = JSON.parse(answer.body ?? '');
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 422, code: 'invalid-input', type: '/problems#invalid-input' });
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/day', '/name']);
    expect(body.errors[1].detail).toBe('Ce champ est absent : remplissez-le.');
    expect(answer.body).not.toContain('Zanzibar');
  });

  it('answers HEAD as GET, without a body', async () => {
    const answer = await edge.send(ask({ method: 'HEAD', path: '/only-get' }));
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });
});

describe('who may come in', () => {
  const edge = edgeOf([hrPage('GET'), hrPage('POST')]);

  it('lets a person with the role in, with the declared ports only', async () => {
    const answer = await edge.send(ask({ path: '/timesheets', cookies: [signedIn(hr)] }));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ person: 'pe-1', now: nowMs });
  });

  it.each([
    ['without a cookie', [], 401],
    ['with a cookie of another key', [signedIn(hr).replace(/\.[\w-]+$/, `.${'A'.repeat(43)}`)], 401],
    ['with an altered role', [signedIn({ roles: [{ role: 'finance' }] }).replace(/=[^.]+/, `=${forged()}`)], 401],
    ['with two signatures', [`${signedIn(hr)}.x`], 401],
    ['with a session that is over', [signedIn({ ...hr, exp: nowSeconds })], 401],
    ['with a cookie made for http', [signedIn(hr, false)], 401],
    ['with another role', [signedIn({ roles: [{ role: 'finance', company: 'co-1' }] })], 403],
  ])('refuses somebody %s', async (_who, cookies, status) => {
    const answer = await edge.send(ask({ path: '/timesheets', cookies }));
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain('pe-1');
  });

  it('refuses a form without, or with another session’s, token, and takes its own', async () => {
    const cookie = signedIn(hr);
    const other = readSession([signedIn({ ...hr, person: 'pe-2' })], key, true, nowMs);
    const own = readSession([cookie], key, true, nowMs);
    const post = async (form: Record<string, string>) =>
      (await edge.send(ask({ method: 'POST', path: '/timesheets', cookies: [cookie], form }))).statusCode;
    expect(await post({})).toBe(403);
    expect(await post({ csrf: other?.csrf ?? '' })).toBe(403);
    expect(await post({ csrf: own?.csrf ?? '' })).toBe(200);
  });

  it('does not take the token from the address', async () => {
    const cookie = signedIn(hr);
    const query = `csrf=${readSession([cookie], key, true, nowMs)?.csrf}`;
    const event = ask({ method: 'POST', path: '/timesheets', cookies: [cookie], query, form: {} });
    expect((await edge.send(event)).statusCode).toBe(403);
  });

  it('refuses a form that another site sends, signed in or not', async () => {
    const open = edgeOf([echo('POST', '/verify')]);
    const from = async (site: string) =>
      (await open.send(ask({ method: 'POST', path: '/verify', headers: { 'sec-fetch-site': site }, form: {} })))
        .statusCode;
    expect([await from('cross-site'), await from('same-site')]).toEqual([403, 403]);
    expect([await from('same-origin'), await from('none')]).toEqual([200, 200]);
  });
});

function forged(): string {
  const payload = { person: 'pe-1', roles: [{ role: 'hr' }], language: 'en', exp: nowSeconds + 60 };
  return Buffer.from(JSON.stringify(payload)).toString('base64url');
}

describe('answers', () => {
  it('carry the strict headers, on success, refusal and fault alike', async () => {
    const broken = endpoint({
      method: 'GET',
      path: '/broken',
      audience: 'public',
      need: [],
      input: z.object({}),
      run: async () => Promise.reject(new TypeError('x')),
    });
    const edge = edgeOf([echo('GET', '/fine'), broken]);
    for (const [path, status] of [
      ['/fine', 200],
      ['/nowhere', 404],
      ['/broken', 500],
    ] as const) {
      const { statusCode, headers } = await edge.send(ask({ path }));
      expect(statusCode).toBe(status);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      });
      expect(headers?.['strict-transport-security']).toContain('max-age=');
    }
  });

  it('remember a language asked for by the address', async () => {
    const edge = edgeOf([echo('GET', '/fine')]);
    const asked = await edge.send(ask({ path: '/fine', query: 'lang=en', headers: { 'accept-language': 'fr' } }));
    expect(JSON.parse(asked.body ?? '')).toEqual({ given: {}, language: 'en' });
    expect(asked.cookies).toEqual(['communs-language=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure']);
    const later = await edge.send(ask({ path: '/fine', cookies: ['communs-language=en'] }));
    expect(later.headers?.['content-language']).toBe('en');
    const preferred = await edge.send(
      ask({ path: '/fine', headers: { 'accept-language': 'de, fr;q=0.3, en-GB;q=0.8' } }),
    );
    expect(preferred.headers?.['content-language']).toBe('en');
  });

  it('send a file under its own name, and never lead to another site', async () => {
    const file = endpoint({
      method: 'GET',
      path: '/file',
      audience: 'public',
      need: [],
      input: z.object({}),
      run: async (): Promise<Answer> => ({
        file: new Uint8Array([0, 200]),
        name: 'état 2026.zip',
        type: 'application/zip',
      }),
    });
    const away = endpoint({
      method: 'GET',
      path: '/away',
      audience: 'public',
      need: [],
      input: z.object({ to: z.string() }),
      run: async (_ports, { to }): Promise<Answer> => ({ redirect: to }),
    });
    const edge = edgeOf([file, away]);
    const sent = await edge.send(ask({ path: '/file' }));
    expect(sent.headers?.['content-disposition']).toBe(
      `attachment; filename="_tat_2026.zip"; filename*=UTF-8''%C3%A9tat%202026.zip`,
    );
    expect([sent.body, sent.isBase64Encoded]).toEqual(['AMg=', true]);
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nset-cookie: x']) {
      expect((await edge.send(ask({ path: '/away', query: new URLSearchParams({ to }).toString() }))).statusCode).toBe(
        500,
      );
    }
    const own = await edge.send(ask({ path: '/away', query: 'to=/statements?x=1' }));
    expect([own.statusCode, own.headers?.location]).toEqual([303, '/statements?x=1']);
  });
});

describe('the declaration', () => {
  it('does not compile with a port that was not declared', async () => {
    const undeclared = endpoint({
      method: 'GET',
      path: '/x',
      audience: 'public',
      need: ['clock'],
      input: z.object({}),
      // @ts-expect-error signer was not declared
      run: async ({ clock, signer }): Promise<Answer> => ({ json: { now: clock.now(), signer: signer === undefined } }),
    });
    const none = endpoint({
      method: 'GET',
      path: '/y',
      audience: 'public',
      need: [],
      input: z.object({}),
      // @ts-expect-error nothing was declared
      run: async ({ clock }): Promise<Answer> => ({ json: clock === undefined }),
    });
    const edge = edgeOf([undeclared, none]);
    expect(JSON.parse((await edge.send(ask({ path: '/x' }))).body ?? '')).toEqual({ now: nowMs, signer: true });
    expect((await edge.send(ask({ path: '/y' }))).body).toBe('true');
  });
});
