// The embedded assembly: what it makes in its directory, what it refuses, its clock, and what a second start finds.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClockOffset, writeClockOffset } from '../../lib/adapters/clock.ts';
import { openEngine } from '../../lib/adapters/engine/engine.ts';
import { type LocalAssembly, type LocalSettings, localAssembly } from '../../lib/adapters/local.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { StoredFact } from '../../lib/ports/books.ts';
import { all, bytesOf, textOf } from '../contracts/gather.ts';

let folder: string;
const opened: LocalAssembly[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'communs-local-'));
});
afterEach(async () => {
  for (const assembly of opened.splice(0)) await assembly.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(settings: Partial<LocalSettings> = {}): Promise<LocalAssembly> {
  const dataDirectory = join(folder, 'data');
  const made = await localAssembly({
    dataDirectory,
    environment: {},
    onFact: async () => undefined,
    onLog: async () => undefined,
    onLogFailure: (error) => {
      throw error;
    },
    ...settings,
  });
  opened.push(made);
  return made;
}

const fact = (seq: number): StoredFact => ({
  book: 'company/c1',
  seq,
  bytes: bytesOf(`${seq}`),
  salt: new Uint8Array(32),
});
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Files of the directory by name, their modes. */
const modesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => `${modeOf(join(path, name))} ${name}`);

describe('the embedded assembly', () => {
  it('keeps everything in a directory that its owner alone can enter', async () => {
    const { ports, sessionKey, dataDirectory, close } = await open();
    await ports.sealedFiles.put('company/c1', 'ab', bytesOf('hours'));
    await ports.objects.put('x', bytesOf('x'));
    await ports.signer.publicKeys();
    await ports.linkKeys.current();
    await sessionKey();
    expect(modeOf(dataDirectory ?? '')).toBe('700');
    // The engine makes its files as it likes; the directory around them is closed.
    const wide = modesBelow(dataDirectory ?? '').filter((line) => !/^[67]00 |communs\.sqlite/.test(line));
    expect(wide).toEqual([]);
    expect(readdirSync(dataDirectory ?? '').sort()).toEqual(['files', 'keys', 'ledger']);
    await close();
  });

  it('keeps the steps of a pull for a second start, and refuses settings of forges that it cannot read, naming no secret', async () => {
    const first = await open();
    await first.ports.pullSteps.put('run', 'start', bytesOf('step'));
    await first.close();
    const COMMUNS_FORGES = '[{"host":"forge.example","kind":"svn","token":"sesame"}]';
    const refused = await open({ environment: { COMMUNS_FORGES } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).code).toBe('invalid-settings');
    expect((refused as Refusal).message).not.toContain('sesame');
    expect(textOf((await (await open()).ports.pullSteps.get('run', 'start'))!)).toBe('step');
  });

  it('finds at a second start what the first one kept', async () => {
    const first = await open();
    await first.ports.appendBooks.put(fact(0));
    await first.ports.sealedFiles.put('company/c1', 'ab', bytesOf('hours'));
    await first.ports.inbox.submit({ book: 'company/c1', kind: 'month-check', row: 1 });
    const [key, session] = [await first.ports.signer.publicKeys(), await first.sessionKey()];
    await first.close();
    const second = await open();
    expect(await all(second.ports.listBooks.books())).toEqual(['company/c1']);
    expect(textOf(await second.ports.sealedFiles.get('company/c1', 'ab'))).toBe('hours');
    expect(await second.inbox.drain('company/c1', async (messages) => expect(messages[0]?.row).toBe(1))).toBe(1);
    expect(await second.ports.signer.publicKeys()).toEqual(key);
    expect(session).toHaveLength(32);
    expect(await second.sessionKey()).toEqual(session);
  });

  it.each([true, false])(
    'wakes who follows the facts after each put that took effect, and waits (memory: %s)',
    async (memory) => {
      const woken: string[] = [];
      const { ports } = await open({
        memory,
        onFact: async (book) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          woken.push(book);
        },
      });
      expect(await ports.appendBooks.put(fact(0))).toBe('put');
      expect(woken).toEqual(['company/c1']);
      expect(await ports.appendBooks.put(fact(0))).toBe('taken');
      expect(woken).toEqual(['company/c1']);
    },
  );

  it('runs on memory alone without touching a directory, and says that it keeps nothing', async () => {
    const { ports, sessionKey, clock, dataDirectory } = await open({ memory: true });
    await ports.appendBooks.put(fact(0));
    await clock.set(Date.UTC(2025, 1, 1));
    expect(dataDirectory).toBeNull();
    expect(await sessionKey()).toHaveLength(32);
    expect(readdirSync(folder)).toEqual([]);
    const other = await open({ memory: true });
    expect(await other.ports.readBooks.fact('company/c1', 0)).toBeNull();
    expect(await other.sessionKey()).not.toEqual(await sessionKey());
  });

  it('runs on another DynamoDB where an endpoint is given, without an engine of its own', async () => {
    const engine = await openEngine(folder);
    const environment = { COMMUNS_DYNAMODB_ENDPOINT: engine.endpoint };
    const first = await open({ environment });
    await first.ports.appendBooks.put(fact(0));
    expect(readdirSync(join(folder, 'data/ledger'))).toEqual([]);
    await first.close();
    const second = await open({ environment, dataDirectory: join(folder, 'elsewhere') });
    expect(await all(second.ports.listBooks.books())).toEqual(['company/c1']);
    await engine.close();
  });

  it('tells who runs it, as the environment names it', async () => {
    const { ports } = await open({ memory: true });
    expect(ports.installation.operator.name).toContain('TEST');
    const named = await open({ memory: true, environment: { COMMUNS_OPERATOR_NAME: 'Exemple', COMMUNS_ISSUER: '' } });
    expect(named.ports.installation.operator).toEqual({ name: 'Exemple', siren: null });
    expect(named.ports.installation.issuer).toBe(ports.installation.issuer);
    // Whoever runs it does not keep the registry by that alone.
    for (const { installation } of [ports, named.ports]) expect(installation.registrar.name).toContain('TEST');
    const kept = await open({
      memory: true,
      environment: { COMMUNS_REGISTRAR_NAME: 'Teneur', COMMUNS_REGISTRAR_SIREN: '000000018' },
    });
    expect(kept.ports.installation.registrar).toEqual({ name: 'Teneur', siren: '000000018' });
  });

  it.each([
    ['where it should be', 'taken'],
    ['on the way to it', 'taken/further'],
    ['inside it', 'taken'],
  ])('refuses a directory that it cannot write: a file is %s', async (where, name) => {
    const path = join(folder, name);
    if (where === 'inside it') mkdirSync(path);
    writeFileSync(where === 'inside it' ? join(path, 'ledger') : join(folder, 'taken'), '');
    const refusal = await open({ dataDirectory: path }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    const { code, detail } = refusal as Refusal;
    expect(code).toBe('data-directory-not-writable');
    for (const text of [detail.fr, detail.en]) expect(text).toContain(path);
  });

  it.skipIf(process.platform !== 'linux')('refuses a directory where the system takes none', async () => {
    const refusal = await open({ dataDirectory: '/proc/communs/ledger' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'data-directory-not-writable' });
  });

  it('leaves the mode of a directory that was there before', async () => {
    mkdirSync(join(folder, 'mine'), { mode: 0o755 });
    await open({ dataDirectory: join(folder, 'mine') });
    expect([modeOf(join(folder, 'mine')), modeOf(join(folder, 'mine/ledger'))]).toEqual(['755', '700']);
  });
});

describe('the clock', () => {
  const january = Date.UTC(2025, 0, 31, 12);

  it('goes on from where it is set, says that it is a TEST, and does so again at the next start', async () => {
    const first = await open();
    expect(first.clock.isTest()).toBe(false);
    expect(Math.abs(first.ports.clock.now() - Date.now())).toBeLessThan(1_000);
    await first.clock.set(january);
    expect(first.ports.clock.now() - january).toBeLessThan(1_000);
    expect(first.clock.isTest()).toBe(true);
    await first.close();
    const { ports, clock, dataDirectory } = await open();
    expect(ports.clock.now()).toBeGreaterThanOrEqual(january);
    expect(ports.clock.now() - january).toBeLessThan(20_000);
    expect(JSON.parse(readFileSync(join(dataDirectory ?? '', 'clock.json'), 'utf8'))).toEqual({
      offsetMs: await readClockOffset(dataDirectory ?? ''),
    });
    await clock.set(null);
    expect(clock.isTest()).toBe(false);
    expect(await readClockOffset(dataDirectory ?? '')).toBe(0);
  });

  it('is real without the file, and refuses a file that is not one', async () => {
    expect(await readClockOffset(folder)).toBe(0);
    await writeClockOffset(folder, -5);
    expect(await readClockOffset(folder)).toBe(-5);
    writeFileSync(join(folder, 'clock.json'), '{ "offsetMs": "soon" }');
    await expect(readClockOffset(folder)).rejects.toThrow();
  });
});
