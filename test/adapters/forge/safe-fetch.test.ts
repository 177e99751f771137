// The guarded fetch: which hosts and addresses it goes to, where it stops, and the wire below it.
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpsTransport, type Transport } from '../../../lib/adapters/forge/https-transport.ts';
import { safeFetch } from '../../../lib/adapters/forge/safe-fetch.ts';
import { failureOf } from './forge-contract.ts';

describe('a request to a forge', () => {
  const went: string[] = [];
  const answers = new Map<string, Response>();
  const transport: Transport = async (url, { method }, pinned) => {
    went.push(`${method} ${url.href} at ${pinned.join()}`);
    return answers.get(url.href) ?? new Response('{}');
  };
  const fetch = (addresses: readonly string[] = ['140.82.112.3']) =>
    safeFetch({ allowedHosts: ['api.forge.test'], resolve: async () => addresses, transport });
  const moved = (to: string, status = 301): Response => new Response(null, { status, headers: { location: to } });

  it('goes to the addresses that were looked at', async () => {
    await fetch(['140.82.112.3', '2606:50c0::1'])('https://api.forge.test/a?b=1');
    expect(went.splice(0)).toEqual(['GET https://api.forge.test/a?b=1 at 140.82.112.3,2606:50c0::1']);
  });

  it.each([
    ['http://api.forge.test/a', ['140.82.112.3']],
    ['https://other.test/a', ['140.82.112.3']],
    ['https://user:secret@other.test/a', ['140.82.112.3']],
    ['https://api.forge.test/a', ['10.0.0.7']],
    ['https://api.forge.test/a', ['140.82.112.3', '169.254.169.254']],
    ['https://api.forge.test/a', ['::1']],
  ])('does not go to %s at %s', async (url, addresses) => {
    expect(await failureOf(fetch(addresses)(url))).toMatchObject({ code: 'repository-refused' });
    expect(went).toEqual([]);
  });

  it('follows a redirect within its host, a few times', async () => {
    answers.set('https://api.forge.test/old', moved('/new'));
    expect((await fetch()('https://api.forge.test/old')).status).toBe(200);
    expect(went.splice(0)).toHaveLength(2);
    answers.set('https://api.forge.test/round', moved('/round', 307));
    expect(await failureOf(fetch()('https://api.forge.test/round'))).toMatchObject({ code: 'repository-unreachable' });
    expect(went.splice(0)).toHaveLength(4);
  });

  it.each([
    'https://elsewhere.test/x',
    'http://api.forge.test/x',
    'https://api.forge.test:8443/x',
    '//elsewhere.test/x',
    'http://[',
  ])('does not follow a redirect to %s', async (to) => {
    answers.set('https://api.forge.test/away', moved(to, 302));
    expect(await failureOf(fetch()('https://api.forge.test/away'))).toMatchObject({ code: 'repository-unreachable' });
    expect(went.splice(0)).toHaveLength(1);
  });

  it('does not send a body a second time', async () => {
    answers.set('https://api.forge.test/post', moved('/elsewhere', 307));
    const failure = await failureOf(fetch()('https://api.forge.test/post', { method: 'POST', body: '{}' }));
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
  });
});

describe('the wire', () => {
  let server: Server;
  let port = 0;
  const seen: string[] = [];
  beforeAll(async () => {
    server = createServer((message, response) => {
      seen.push(`${message.method} ${message.headers.host} ${message.headers['x-mark']}`);
      if (message.url === '/long') return void response.end('x'.repeat(5000));
      if (message.url === '/silent') return;
      if (message.url === '/status') return void response.writeHead(600).end();
      if (message.url === '/broken') {
        response.writeHead(200, { 'content-length': '100' });
        return void response.write('half', () => response.destroy());
      }
      response.writeHead(message.url === '/none' ? 204 : 200, { 'x-ratelimit-limit': '60' });
      response.end(message.url === '/none' ? undefined : 'héllo');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const transport = httpsTransport({
    maxBytes: 1000,
    timeoutMs: 300,
    request: (url, options, answered) => request(url, options, answered),
  });
  const get = (path: string): Promise<Response> =>
    // A name that no DNS knows: only the pinned address can lead there.
    transport(
      new URL(`http://forge.invalid:${port}${path}`),
      { method: 'GET', headers: { 'x-mark': 'm' }, body: null },
      ['127.0.0.1'],
    );

  it('connects to the pinned address under the name of the host', async () => {
    const answer = await get('/');
    expect([answer.status, answer.headers.get('x-ratelimit-limit'), await answer.text()]).toEqual([200, '60', 'héllo']);
    expect(seen.at(-1)).toBe(`GET forge.invalid:${port} m`);
    expect((await get('/none')).status).toBe(204);
  });

  it.each(['/long', '/silent', '/broken', '/status'])('gives up on %s', async (path) => {
    expect(await failureOf(get(path))).toBeInstanceOf(Error);
  });
});
