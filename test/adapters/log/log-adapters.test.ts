// The log's queue of an embedded run, the witnesses that a setting pins, and the files of a log in a directory.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { directoryLog } from '../../../lib/adapters/log/directory-log.ts';
import { waitingLog } from '../../../lib/adapters/log/waiting-log.ts';
import { pinnedWitnesses } from '../../../lib/adapters/log/witnesses.ts';
import { formatVkey, keyTypes } from '../../../lib/ledger/log/vkey.ts';
import { utf8 } from '../../ledger/bytes.ts';
import { madeKey } from '../../ledger/log/made-log.ts';

describe('the queue of an embedded log', () => {
  it('takes what waits together, at once where somebody waits for it, and what comes meanwhile after it', async () => {
    const taken: (readonly string[])[] = [];
    const log = waitingLog(
      async (books) => {
        await sleep(5);
        taken.push(books);
      },
      () => undefined,
    );
    await log.ask('b', 'soon');
    await log.ask('a', 'soon');
    expect(taken).toEqual([]);
    await Promise.all([log.ask('c', 'now'), log.ask('d', 'now')]);
    expect(taken.flat().toSorted()).toEqual(['a', 'b', 'c', 'd']);
    await log.settle();
    expect(taken.flat()).toHaveLength(4);
    await log.close();
  });

  it('tells a failure to whoever listens, not to whoever asked, and keeps what waited', async () => {
    const failures: unknown[] = [];
    let isBroken = true;
    const taken: string[] = [];
    const log = waitingLog(
      async (books) => {
        if (isBroken) throw new Error('out of order');
        taken.push(...books);
      },
      (error) => void failures.push(error),
    );
    await log.ask('a', 'now');
    expect(failures).toHaveLength(1);
    isBroken = false;
    await log.settle();
    expect(taken).toEqual(['a']);
    await log.close();
  });

  it('takes a burst by itself a moment later, once it attends', async () => {
    const taken: (readonly string[])[] = [];
    const log = waitingLog(
      async (books) => {
        taken.push(books);
      },
      () => undefined,
    );
    await log.ask('a', 'soon');
    log.attend();
    await log.ask('b', 'soon');
    await sleep(2_300);
    expect(taken).toEqual([['a', 'b']]);
    await log.ask('c', 'soon');
    await log.close();
    await sleep(2_300);
    expect(taken).toHaveLength(1);
  });
});

describe('the setting of witnesses', () => {
  const { key } = madeKey('witness.example/w1', keyTypes.cosignature);
  const vkey = formatVkey(key);

  it('pins keys, and asks the ones that have an address', async () => {
    const got: string[] = [];
    const server = createServer(async (request, response) => {
      got.push(`${request.method} ${request.url} ${Buffer.concat(await request.toArray())}`);
      response.writeHead(409).end('7\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/`;
    const other = formatVkey(madeKey('witness.example/w2', keyTypes.cosignature).key);
    const { keys, submitting } = pinnedWitnesses(JSON.stringify([{ vkey, url }, { vkey: other }]));
    expect(keys.map(({ name }) => name)).toEqual(['witness.example/w1', 'witness.example/w2']);
    expect(submitting).toHaveLength(1);
    expect(await submitting[0]!.add(utf8('old 0\n'))).toEqual({ status: 409, text: '7\n' });
    expect(got).toEqual(['POST /w/add-checkpoint old 0\n']);
    server.close();
    server.closeAllConnections();
    await expect(submitting[0]!.add(utf8('old 0\n'))).rejects.toThrow();
  });

  it('is none where it is empty, and is refused where it cannot be meant', () => {
    expect(pinnedWitnesses('')).toEqual({ keys: [], submitting: [] });
    const log = formatVkey(madeKey('witness.example/w1', keyTypes.ed25519).key);
    for (const wrong of [
      '{',
      '{}',
      '[{}]',
      `[{"vkey":"${log}"}]`,
      `[{"vkey":"${vkey}","url":"ftp://x"}]`,
      '[{"vkey":"a"}]',
    ]) {
      expect(() => pinnedWitnesses(wrong), wrong).toThrow(/invalid-settings/);
    }
  });
});

describe('a log in a directory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'communs-log-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lies there as it is served, and takes no name that leads elsewhere', async () => {
    const log = directoryLog(folder);
    await log.putTile('2026/tile/0/x001/234.p/5', utf8('tile'));
    await log.putTile('2026/tile/0/x001/234', utf8('whole'));
    expect(readFileSync(join(folder, '2026/tile/0/x001/234.p/5'), 'utf8')).toBe('tile');
    expect(readFileSync(join(folder, '2026/tile/0/x001/234'), 'utf8')).toBe('whole');
    for (const name of ['../x', '2026/../../x', '/etc/x', '2026//x', '', '2026/.hidden']) {
      await expect((async () => log.put(name, utf8('x')))(), name).rejects.toThrow('no name of a file');
    }
  });
});
