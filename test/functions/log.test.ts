// The log as anybody is served it: a monitor with nothing but these answers checks all of it. And its page, in both languages.
import { beforeAll, describe, expect, it } from 'vitest';
import { publicEndpoints } from '../../functions/public.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { openCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { monitorTree } from '../../lib/ledger/log/monitor.ts';
import { parseVkey } from '../../lib/ledger/log/vkey.ts';
import type { Ports } from '../../lib/ports.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { ask, edgeOf } from '../edge/edge.ts';
import { addFacts, bookA, entriesOfFacts, logWorld, onWorld } from '../use-cases/log-world.ts';

let world: MemoryWorld;
let ports: Ports;
beforeAll(async () => {
  world = logWorld();
  ports = onWorld(world).ports;
  await addFacts(ports, bookA, 600);
  await sequenceLog(ports);
});

async function get(path: string, lang = 'fr') {
  const edge = edgeOf(publicEndpoints, { ports: async () => ports });
  const answer = await edge.handler(
    ask({ path, headers: { 'accept-language': lang, accept: 'text/html' } }),
    {} as never,
  );
  const { statusCode, headers, body = '', isBase64Encoded } = answer;
  return { status: statusCode, headers, bytes: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}

describe('the log over HTTP', () => {
  it('is all that a monitor needs: keys, checkpoint, every tile and every entry', async () => {
    const { sha256, verifyEd25519 } = ports.primitives;
    const vkeys = (await get('/log/vkey')).bytes.toString().trim().split('\n');
    const keys = vkeys.map((text) => parseVkey(sha256, text)!);
    const checkpoint = await get('/log/2026/checkpoint');
    expect(checkpoint.headers?.['content-type']).toBe('text/plain; charset=utf-8');
    const opened = await openCheckpoint(checkpoint.bytes, keys, [], verifyEd25519);
    if (typeof opened === 'string') throw new Error(opened);
    expect(opened.size).toBe(601);
    const monitored = await monitorTree(
      sha256,
      async (path) => {
        const { status, headers, bytes } = await get(`/log/2026/${path}`);
        expect(headers?.['content-type']).toBe('application/octet-stream');
        return status === 200 ? bytes : null;
      },
      opened,
    );
    expect(monitored.findings).toEqual([]);
    expect(monitored.entries.map((entry) => Buffer.from(entry!).toString('hex')).toSorted()).toEqual(
      (await entriesOfFacts(ports)).toSorted(),
    );
  });

  it('has no other file, and none beside the log', async () => {
    for (const path of [
      '/log/2025/checkpoint',
      '/log/20260/checkpoint',
      '/log/2026/head',
      '/log/2026/tile/0/009',
      '/log/2026/tile/0/000.p/300',
      '/log/2026/tile/9/000',
      '/log/2026/tile/staged/000',
      '/log/2026/tile/0/..%2f..%2fhead',
      '/log/2026/tile/0/x001/x234/x567/x890/000',
    ]) {
      expect([404, 422], path).toContain((await get(path)).status);
    }
  });

  it('says nothing of what the facts say', async () => {
    for (const path of ['/log', '/log/vkey', '/log/2026/checkpoint']) {
      expect((await get(path)).bytes.toString()).not.toMatch(/co-a|de-\d|pe-1/);
    }
  });
});

describe('the page of the log', () => {
  it('tells size, root, key and checkpoint, who vouches, and how to monitor, in French and in English', async () => {
    const french = (await get('/log')).bytes.toString();
    const english = (await get('/log', 'en')).bytes.toString();
    for (const page of [french, english]) {
      expect(page).toContain('urn:communs:embedded/log/2026');
      expect(page).toMatch(/[0-9a-f]{64}/);
      expect(page).toContain('communs log monitor --since kept');
      expect(page).toContain('href="/log/2026/checkpoint"');
      expect(page).toContain('TEST');
    }
    expect(french).toMatch(/aucun\s: les dates reposent sur la parole/);
    expect(english).toContain('none: dates rest on the word');
  });

  it('says that the log does not hold in place of what it no longer can show; its keys are told as before', async () => {
    const good = (await world.log.get('2026/checkpoint'))!;
    const text = new TextDecoder().decode(good);
    const { bytes: vkeys } = await get('/log/vkey');
    expect(vkeys.toString()).toMatch(/^urn:communs:embedded\/log\/2026\+[0-9a-f]{8}\+\S+\n$/);
    await world.log.replace('2026/checkpoint', new TextEncoder().encode(text.replace('\n601\n', '\n600\n')));
    const { status, bytes } = await get('/log');
    expect(await get('/log/vkey')).toMatchObject({ status: 200, bytes: vkeys });
    expect(status).toBe(200);
    expect(bytes.toString()).toContain('Le journal ne tient pas');
    await world.log.replace('2026/checkpoint', good);
    expect((await get('/log')).bytes.toString()).not.toContain('ne tient pas');
  });
});
