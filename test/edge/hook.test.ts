// An endpoint for machines: the bytes as they came, up to its cap, without session, site or token.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoint, hook } from '../../lib/edge/endpoint.ts';
import { ask, edgeOf } from './edge.ts';

const got: { host: string; headers: Readonly<Record<string, string | undefined>>; body: Uint8Array }[] = [];
const listening = hook({
  ...{ path: '/hooks/{host}', need: [], capBytes: 1024 * 1024 },
  input: z.object({ host: z.string().max(20) }),
  run: async (_ports, { host }, delivery) => {
    got.push({ host, ...delivery });
    return { json: null, status: 202 };
  },
});
const edge = edgeOf([listening]);
const post = (path: string, body: Buffer, isBase64Encoded: boolean, headers: Record<string, string> = {}) => ({
  ...ask({ method: 'POST', path, headers: { accept: '*/*', 'content-type': 'application/json', ...headers } }),
  ...{ body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded },
});

describe('a hook', () => {
  it.each([true, false])('gets its body byte for byte, base64 %s, from another site too', async (isBase64Encoded) => {
    got.length = 0;
    const body = Buffer.from('{"a": "é\\u0000",  "b":1}\n');
    const sent = post('/hooks/a.example', body, isBase64Encoded, {
      'sec-fetch-site': 'cross-site',
      'X-Signature': 's',
    });
    expect((await edge.send(sent)).statusCode).toBe(202);
    expect(Buffer.from(got[0]!.body)).toEqual(body);
    expect([got[0]!.host, got[0]!.headers['x-signature']]).toEqual(['a.example', 's']);
  });

  it('refuses a body above its cap unread, and an address that is none', async () => {
    got.length = 0;
    const large = await edge.send(post('/hooks/a.example', Buffer.alloc(1024 * 1024 + 1, 'x'), true));
    expect(large.statusCode).toBe(413);
    expect(JSON.parse(large.body ?? '')).toMatchObject({ code: 'too-large' });
    const long = await edge.send(post(`/hooks/${'a'.repeat(21)}`, Buffer.from('{}'), true));
    expect(long.statusCode).toBe(422);
    expect(got).toEqual([]);
  });

  it('leaves pages as they were: a form from another site is refused', async () => {
    const page = endpoint({
      ...{ method: 'POST', path: '/page', audience: 'public', need: [], input: z.object({}) },
      run: async () => ({ json: null }),
    });
    const sent = ask({ method: 'POST', path: '/page', headers: { 'sec-fetch-site': 'cross-site' }, form: {} });
    expect((await edgeOf([page]).send(sent)).statusCode).toBe(403);
  });
});
