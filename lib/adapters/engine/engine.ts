// The embedded DynamoDB engine of one data directory: processes share it, and the last one to leave stops it.
import { spawn } from 'node:child_process';
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineMissing, engineProgram } from './engine-program.ts';
import { exclusively } from './exclusive.ts';
import { enginesOn, processName, type RunningEngine } from './processes.ts';

export interface Engine {
  /** `http://127.0.0.1:40123` */
  readonly endpoint: string;
  /** Stops the engine, unless another process uses it. */
  readonly close: () => Promise<void>;
}

const mostStarts = 5;
const startMs = 10_000;
const stopMs = 3_000;
/** Long: on a busy machine a living engine may keep us waiting, and others depend on it. */
const patienceMs = 10_000;
const pollMs = 10;

const endpointOf = ({ port }: RunningEngine): string => `http://127.0.0.1:${port}`;

const answers = (engine: RunningEngine, withinMs: number): Promise<boolean> =>
  fetch(endpointOf(engine), { signal: AbortSignal.timeout(withinMs) }).then(
    (response) => response.arrayBuffer().then(() => response.ok),
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** @returns null if it ended at once: somebody took the port meanwhile */
async function startOnce(program: string, database: string, log: string): Promise<RunningEngine | null> {
  const port = await freePort();
  const output = await open(log, 'a', 0o600);
  // A process group of its own: Ctrl-C in our terminal must not end it before its last user is done.
  const child = spawn(program, ['serve', '--port', String(port), '--db-path', database], {
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  try {
    const ended = new Promise<'ended'>((resolve, reject) => {
      child.once('exit', () => resolve('ended'));
      child.once('error', (cause) => reject(engineMissing(cause)));
    });
    const engine = { pid: child.pid ?? 0, port };
    const deadline = performance.now() + startMs;
    while (performance.now() < deadline) {
      if ((await Promise.race([ended, sleep(pollMs, 'running' as const)])) === 'ended') return null;
      if (await answers(engine, 1_000)) return engine;
    }
    child.kill('SIGKILL');
    return null;
  } finally {
    child.unref();
    await output.close();
  }
}

async function start(program: string, database: string, log: string): Promise<RunningEngine> {
  for (let starts = 0; starts < mostStarts; starts += 1) {
    const engine = await startOnce(program, database, log);
    if (engine !== null) return engine;
  }
  throw new Error(`the embedded engine does not start: see ${log}`);
}

function signal(engines: readonly RunningEngine[], name: 'SIGTERM' | 'SIGKILL'): void {
  for (const { pid } of engines) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // It ended between our look and the signal.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Gently, then not. The engine loses nothing by either: what it acknowledged is in its file. */
async function stop(database: string): Promise<void> {
  let engines = await enginesOn(database);
  signal(engines, 'SIGTERM');
  const deadline = performance.now() + stopMs;
  while (engines.length > 0) {
    if (performance.now() > deadline) signal(engines, 'SIGKILL');
    await sleep(pollMs);
    engines = await enginesOn(database);
  }
}

/** An engine whose starter was killed serves on and is taken over; one that no longer answers is replaced. */
async function findOrStart(program: string, database: string, log: string): Promise<RunningEngine> {
  for (const engine of await enginesOn(database)) if (await answers(engine, patienceMs)) return engine;
  await stop(database);
  return start(program, database, log);
}

/** Takes the names of dead processes off the list of users. @returns how many live ones are on it */
async function liveUsers(folder: string): Promise<number> {
  let live = 0;
  for (const name of await readdir(folder)) {
    const isAlive = name.startsWith(`${await processName(Number.parseInt(name, 10))}-`);
    if (isAlive) live += 1;
    else await rm(join(folder, name), { force: true });
  }
  return live;
}

let opened = 0;

/**
 * @param folder absolute and real; holds the database, the engine's log, and a file for each process that uses it
 * @throws Refusal `engine-missing`, `ledger-busy`
 */
export async function openEngine(folder: string): Promise<Engine> {
  const program = engineProgram();
  const database = join(folder, 'communs.sqlite');
  const users = join(folder, 'users');
  await mkdir(users, { recursive: true, mode: 0o700 });
  opened += 1;
  const suffix = opened;
  const user = join(users, `${await processName(process.pid)}-${suffix}`);
  const endpoint = await exclusively(folder, async () => {
    const engine = await findOrStart(program, database, join(folder, 'engine.log'));
    await writeFile(user, '', { mode: 0o600 });
    return endpointOf(engine);
  });
  return {
    endpoint,
    close: () =>
      exclusively(folder, async () => {
        await rm(user, { force: true });
        if ((await liveUsers(users)) === 0) await stop(database);
      }),
  };
}
