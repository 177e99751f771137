// Processes come, share the engine of a folder, leave or are killed; whoever comes next finds or mends it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine } from '../../../lib/adapters/engine/engine.ts';
import { enginesOn } from '../../../lib/adapters/engine/processes.ts';
import { createTable } from '../../../lib/adapters/store/create-table.ts';
import { dynamoClient, dynamoTable } from '../../../lib/adapters/store/dynamo-table.ts';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'communs-engine-')));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const { pid } of await engines()) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const engines = () => enginesOn(join(folder, 'communs.sqlite'));
const users = (): string[] => readdirSync(join(folder, 'users'));

/** Another process that uses the engine. */
async function another(): Promise<{ endpoint: string; end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'use-engine.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    endpoint: line.toString().trim(),
    end: async (signal) => {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** A process that is there and does nothing any more; on a busy machine it takes a moment to stop. */
async function stopped(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') T ')) await sleep(5);
}

/** Puts and reads back, through an engine. */
async function works(endpoint: string): Promise<boolean> {
  const client = dynamoClient(endpoint);
  await createTable(client, 'communs');
  const table = dynamoTable(client, 'communs');
  await table.put({ pk: 'a', sk: 'b' }, { n: 1 });
  const read = await table.get({ pk: 'a', sk: 'b' });
  client.destroy();
  return read?.n === 1;
}

describe('the engine', () => {
  it('is one for all processes of a folder, and the last one to leave stops it', async () => {
    const mine = await openEngine(folder);
    const others = await Promise.all([another(), another(), another()]);
    expect(new Set([mine.endpoint, ...others.map(({ endpoint }) => endpoint)]).size).toBe(1);
    expect(await engines()).toHaveLength(1);
    // Whoever started it leaves first: the others go on.
    await mine.close();
    await others[0]?.end('SIGTERM');
    expect(await works(mine.endpoint)).toBe(true);
    await others[1]?.end('SIGTERM');
    await others[2]?.end('SIGTERM');
    expect(await engines()).toEqual([]);
    expect(users()).toEqual([]);
  });

  it('is one where many come at once to a folder without any', async () => {
    const opened = await Promise.all([another(), another(), another(), openEngine(folder), openEngine(folder)]);
    expect(new Set(opened.map(({ endpoint }) => endpoint)).size).toBe(1);
    expect(await engines()).toHaveLength(1);
    expect(users()).toHaveLength(5);
    expect(await works(opened[0]?.endpoint ?? '')).toBe(true);
  });

  it('outlives a killed starter, is taken over by whoever comes next, and stopped by that one', async () => {
    const killed = await another();
    expect(await works(killed.endpoint)).toBe(true);
    await killed.end('SIGKILL');
    const [orphan] = await engines();
    expect(users()).toHaveLength(1);
    const mine = await openEngine(folder);
    expect(mine.endpoint).toBe(`http://127.0.0.1:${orphan?.port}`);
    await mine.close();
    expect(await engines()).toEqual([]);
    expect(users()).toEqual([]);
  });

  it('is replaced where it no longer answers, with all it held', async () => {
    const first = await openEngine(folder);
    expect(await works(first.endpoint)).toBe(true);
    const [hung] = await engines();
    await stopped(hung?.pid ?? 0);
    const second = await openEngine(folder);
    const [running] = await engines();
    expect(running?.pid).not.toBe(hung?.pid);
    const table = dynamoTable(dynamoClient(second.endpoint), 'communs');
    expect((await table.get({ pk: 'a', sk: 'b' }))?.n).toBe(1);
    await second.close();
    await first.close();
    expect(await engines()).toEqual([]);
  });

  it('is started again where it was killed, and is not kept alive by the names of processes that were', async () => {
    const first = await openEngine(folder);
    const [killed] = await engines();
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    // A process of our own number that began at another time, and one that never was.
    writeFileSync(join(folder, 'users', `${process.pid}-1-1`), '');
    writeFileSync(join(folder, 'users', '999999999-1-1'), '');
    const second = await openEngine(folder);
    expect(await works(second.endpoint)).toBe(true);
    await first.close();
    expect(await engines()).toHaveLength(1);
    await second.close();
    expect(await engines()).toEqual([]);
  });

  it('of another folder is another one', async () => {
    const other = realpathSync(mkdtempSync(join(tmpdir(), 'communs-engine-')));
    const [one, two] = await Promise.all([openEngine(folder), openEngine(other)]);
    expect(one.endpoint).not.toBe(two.endpoint);
    await one.close();
    expect(await works(two.endpoint)).toBe(true);
    await two.close();
    rmSync(other, { recursive: true });
  });

  it('is no other program that names the same file', async () => {
    const database = join(folder, 'communs.sqlite');
    const bystander = spawn(process.execPath, [
      '-e',
      'setInterval(() => 0, 1e3)',
      '--',
      'serve',
      '--db-path',
      database,
    ]);
    started.push(bystander);
    await once(bystander, 'spawn');
    const mine = await openEngine(folder);
    await mine.close();
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });
});
