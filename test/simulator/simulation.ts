// One simulated run under way: the world, what waits in its queues, and how a process on it is started.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Draw, drawFrom } from '../../examples/random.ts';
import { jobs } from '../../functions/jobs.ts';
import type { MemoryBlobs } from '../../lib/adapters/memory/memory-blobs.ts';
import { copyOfWorld, type MemoryWorld, memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../lib/adapters/memory/seeded-random.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import type { Table } from '../../lib/adapters/store/table.ts';
import { readViews } from '../../lib/adapters/store/views.ts';
import { jobHandler } from '../../lib/edge/job.ts';
import { canonicalText } from '../../lib/ledger/canonical.ts';
import type { FactKind } from '../../lib/ledger/kinds.ts';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import type { Primitives } from '../../lib/ports/primitives.ts';
import type { Ports } from '../../lib/ports.ts';
import type { History } from './drawn-acts.ts';
import { allFaults, type FaultName, FaultTally } from './fault-names.ts';
import { type InjectedFaults, injectedFaults, isInjected, type Surroundings } from './injected.ts';
import type { KeyRings, KeysAtHand, KeyUse } from './key-rings.ts';
import { plainFonts } from './plain-fonts.ts';
import { publishedIn } from './published-keys.ts';
import { factsIn } from './read-world.ts';
import type { Cast } from './small-world.ts';
import { Trace } from './trace.ts';
import { type Turns, turns } from './turns.ts';

/** A fault that is planted in the code, to see that the simulator finds it. */
export interface Plant {
  readonly table?: (table: Table) => Table;
  readonly ports?: (ports: Ports) => Ports;
  /** Another key of this use is there from the first act on. */
  readonly rotated?: KeyUse;
}

export interface Violation {
  /**
   * I9: of whoever was erased nothing is left but what the ledger keeps. I10: what was signed verifies with the keys that the registry publishes.
   * I11: receipts say what their statements say, one for each, without a gap, and what became of them.
   */
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'I11';
  readonly what: string;
}

/** A message in the queue of the cloud. */
export interface Queued {
  readonly id: string;
  readonly book: string;
  readonly body: string;
  receives: number;
}

/** What somebody was told that it is in the ledger. */
export type Acknowledged =
  | { readonly book: string; readonly seq: number; readonly digest: string | null }
  | { readonly book: string; readonly row: string; readonly about: string | null }
  /** By what its data hold, where the answer does not tell its place. */
  | { readonly book: string; readonly kind: FactKind; readonly holds: Readonly<Record<string, string | null>> };

export interface Signed {
  readonly year: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** @param signed takes down what is put in the place of a head or a checkpoint, and what stands there already */
function watchedLog(log: MemoryBlobs, signed: Signed[]): MemoryBlobs {
  const saw = (name: string, bytes: Uint8Array): void => {
    const [, year] = /^(\d{4})\/(?:head|checkpoint)$/.exec(name) ?? [];
    if (year !== undefined) signed.push({ year: Number(year), size: parseCheckpoint(bytes)?.size ?? 0, bytes });
  };
  for (const name of log.names()) saw(name, log.now(name)!);
  return {
    ...log,
    putIfAbsent: async (name, bytes) => {
      const put = await log.putIfAbsent(name, bytes);
      if (put === 'put') saw(name, bytes);
      return put;
    },
    replace: async (name, bytes) => {
      await log.replace(name, bytes);
      saw(name, bytes);
    },
  };
}

export interface Simulation {
  readonly seed: number;
  readonly draw: Draw;
  readonly world: MemoryWorld;
  readonly keys: KeyRings;
  readonly cast: Cast;
  readonly history: History;
  /** `inline`: each append is followed at once, as in the embedded run. `queued`: wakes and messages wait, as in the cloud. */
  readonly mode: 'inline' | 'queued';
  readonly faults: ReadonlySet<FaultName>;
  readonly plant: Plant;
  readonly tally: FaultTally;
  readonly trace: Trace;
  readonly turns: Turns;
  /** The store is no memory: its state is not copied. */
  readonly isSlow: boolean;
  /** Every step that wrote something, the making of the small world included. */
  readonly written: Set<string>;
  /** Keys of salts that were destroyed. */
  readonly destroyed: Set<string>;
  /** Every head and checkpoint of the log that was put down, by whoever signed it. */
  readonly signed: Signed[];
  /** Books of which the log was told, and which it has not taken. */
  readonly logBooks: Set<string>;
  readonly wakes: string[];
  readonly queue: Queued[];
  readonly deadLetters: Queued[];
  readonly acknowledged: Acknowledged[];
  readonly violations: Violation[];
  /** `<act> <outcome>` → how often. */
  readonly outcomes: Map<string, number>;
  readonly counter: { value: number };
}

/** A small world that many runs start from. */
export interface Base {
  readonly world: MemoryWorld;
  readonly keys: KeyRings;
  readonly cast: Cast;
  readonly history: History;
  readonly written: ReadonlySet<string>;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly base: Base;
  readonly faults?: readonly FaultName[];
  readonly plant?: Plant;
  /** In place of one that is drawn. */
  readonly mode?: Simulation['mode'];
  /** In place of a copy of the world’s own; what is in it is the same. It waits for its answers, so turns are told of them. */
  readonly slowTable?: (turns: Turns) => MemoryWorld['table'];
}

const copyOf = ({ lines, files, timesheets, statements, links, keys }: History): History => ({
  ...{ lines: [...lines], files: [...files], timesheets: [...timesheets], statements: [...statements] },
  ...{ links: [...links], keys: [...keys] },
});

export function startSimulation(options: SimulationOptions): Simulation {
  const { seed, base, faults = allFaults, plant = {}, slowTable } = options;
  const takingTurns = turns(drawFrom(`turns ${seed}`));
  const draw = drawFrom(`simulation ${seed}`);
  const copy = copyOfWorld(base.world, seededRandom(`simulation ${seed}`));
  const signed: Signed[] = [];
  const keys = base.keys.copy();
  if (plant.rotated !== undefined) keys.rotate(plant.rotated, `planted ${seed}`);
  return {
    ...{ seed, draw, cast: base.cast, history: copyOf(base.history), plant },
    world: {
      ...copy,
      log: watchedLog(copy.log, signed),
      ...(slowTable === undefined ? {} : { table: slowTable(takingTurns) }),
      repositories: new Map(copy.repositories),
    },
    keys,
    mode: options.mode ?? (draw.chance(50) ? 'inline' : 'queued'),
    faults: new Set(faults),
    tally: new FaultTally(),
    trace: new Trace(),
    turns: takingTurns,
    isSlow: slowTable !== undefined,
    written: new Set(base.written),
    destroyed: new Set(),
    ...{ signed, logBooks: new Set<string>() },
    ...{ wakes: [], queue: [], deadLetters: [], acknowledged: [], violations: [], outcomes: new Map() },
    counter: { value: 0 },
  };
}

export function unique({ counter }: Simulation): string {
  counter.value += 1;
  return String(counter.value).padStart(12, '0');
}

export function violate(sim: Simulation, invariant: Violation['invariant'], what: string): void {
  sim.violations.push({ invariant, what });
  sim.trace.note(`${invariant} ${what}`);
}

const keys = new Map<string, KeyObject>();

/** What the invented authority answers: the digest of the text, and the instant. */
const stampedAt = (text: Uint8Array, at: string): Uint8Array =>
  new TextEncoder().encode(`${Buffer.from(primitives.sha256(text)).toString('hex')} ${at}`);

const checkStamp: Ports['timeStamps']['check'] = async (text, response) => {
  const at = new TextDecoder().decode(response).slice(65);
  return Buffer.compare(stampedAt(text, at), response) === 0 ? { at } : null;
};

const verified = new Map<string, boolean>();

/** The same signature over the same bytes by the same key is worked out once: every process of a run asks for it again. */
function onceVerified(x: string, message: Uint8Array, signature: Uint8Array, work: () => boolean): boolean {
  const name = `${x} ${Buffer.from(signature).toString('base64')} ${Buffer.from(primitives.sha256(message)).toString('base64')}`;
  const known = verified.get(name);
  if (known !== undefined) return known;
  if (verified.size > 50_000) verified.clear();
  const answer = work();
  verified.set(name, answer);
  return answer;
}

/** As the system's own, but at once: WebCrypto answers from another thread, and whose turn it is would depend on the machine. */
export const atOnce: Primitives = {
  ...primitives,
  verifyEs256: async ({ x, y }, input, raw) => {
    const key = keys.get(x) ?? createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    keys.set(x, key);
    return onceVerified(x, input, raw, () => verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, raw));
  },
  verifyEd25519: async (raw, message, signature) => {
    const x = Buffer.from(raw).toString('base64url');
    const key = keys.get(x) ?? createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
    keys.set(x, key);
    return onceVerified(x, message, signature, () => verify(null, message, key, signature));
  },
};

export interface SimulatedProcess {
  readonly ports: Ports;
  readonly faults: InjectedFaults;
  /** Makes another key; this process has it at once. */
  readonly rotate: (use: KeyUse, id: string) => Promise<void>;
  /** What a new fact of a book wakes. */
  readonly follow: (book: string) => Promise<void>;
  /** What the queue of the log wakes: takes the books of which it was told. */
  readonly sequence: () => Promise<void>;
  /** What the log does once an hour: what it does not have yet, and a time stamp. */
  readonly attend: () => Promise<void>;
  /** What a start of the embedded run does. */
  readonly catchUp: () => Promise<void>;
}

export interface ProcessOptions {
  readonly kinds?: readonly FaultName[];
  /** Whose business it does, null for nobody's; absent: a job, which may touch all. */
  readonly tenant?: string | null;
  /** Views as they stood before. */
  readonly stale?: Table | null;
  readonly interlope?: Surroundings['interlope'];
  /** Nobody is woken by what it writes. */
  readonly isSilent?: boolean;
  /** In place of those that are there now. */
  readonly keys?: KeysAtHand;
}

const onFacts = jobs.filter(({ trigger }) => trigger.kind === 'facts');
const onLog = jobs.filter(({ trigger }) => trigger.kind === 'log');
const attending = jobs.filter(({ name }) => name === 'attend-log');
const onInbox = jobs.filter(({ trigger }) => trigger.kind === 'inbox');

/** Views of an earlier moment, all of the same one: what an eventually consistent copy of them would give. */
function staleViews(sim: Simulation, earlier: Table): Ports['readViews'] {
  const before = readViews(earlier);
  const now = readViews(sim.world.table);
  let hasBitten = false;
  return {
    list: before.list,
    get: async (book, name) => {
      const item = await before.get(book, name);
      if (!hasBitten && (await now.get(book, name))?.asOfSeq !== item?.asOfSeq) {
        hasBitten = true;
        sim.tally.bite('F7');
      }
      return item;
    },
  };
}

const isWrite = (step: string): boolean =>
  /^(?:table\.put|objects\.putIfAbsent|sealedFiles\.(?:replace|putIfAbsent))/.test(step);

/** Nothing of another company may be touched. */
function watchTenant(sim: Simulation, tenant: string | null, step: string): void {
  const other = /company\/(co-[0-9a-f]+)/.exec(step)?.[1];
  if (other !== undefined && other !== tenant) violate(sim, 'I5', `for ${tenant ?? 'nobody'}: ${step}`);
}

/** One process on the world of the run. After it died, another one is started. */
export function startProcess(sim: Simulation, options: ProcessOptions = {}): SimulatedProcess {
  const { world, tally, draw } = sim;
  const { tenant, interlope = async () => undefined } = options;
  const nowMs = (): number => world.nowMs;
  const rewrite = (): void => {
    for (const [url, repository] of world.repositories) {
      const [, ...rest] = repository.commits;
      if (rest[0] === undefined) continue;
      world.repositories.set(url, { ...repository, commits: rest, tips: { 'refs/heads/main': rest[0].sha } });
    }
  };
  let following = 0;
  const saw = (step: string): void => {
    sim.trace.note(step);
    if (isWrite(step)) sim.written.add(step);
    if (step.startsWith('table.remove salt#')) sim.destroyed.add(step.slice('table.remove '.length));
    // Who follows a book works for nobody: an erasure that is still to be carried out asks at other employers.
    if (tenant !== undefined && following === 0) watchTenant(sim, tenant, step);
  };
  const kinds = (options.kinds ?? []).filter((kind) => sim.faults.has(kind));
  const faults = injectedFaults(kinds, { draw, tally, interlope, rewrite, nowMs }, sim.turns.mine, saw);
  const table = sim.plant.table?.(world.table) ?? world.table;
  const keys = options.keys ?? sim.keys.atHand();
  const memory = memoryPorts({
    world: { ...world, ...keys, table: { ...world.table, ...table } },
    ways: faults,
    stamp: () => unique(sim),
    onFact: async (book) => {
      if (options.isSilent === true) return;
      if (sim.mode === 'queued') sim.wakes.push(book);
      else await follow(book);
    },
  });
  const follow = async (book: string): Promise<void> => {
    following += 1;
    try {
      for (const job of onFacts) await job.wake(inner, book, []);
    } finally {
      following -= 1;
    }
  };
  const drain = async (book: string): Promise<void> => {
    await memory.inbox.drain(book, async (messages) => {
      for (const job of onInbox) await job.wake(inner, book, messages);
    });
  };
  const submit: Ports['inbox']['submit'] = async (message) => {
    if (sim.mode === 'inline') {
      await memory.ports.inbox.submit(message);
      await drain(message.book);
      return;
    }
    const body = canonicalText({ ...message, row: message.row });
    await faults.step(`inbox.submit ${message.book}`, async () => {
      sim.queue.push({ id: unique(sim), book: message.book, body, receives: 0 });
    });
  };
  const ask: Ports['logQueue']['ask'] = async (book, when) => {
    sim.logBooks.add(book);
    if (sim.mode === 'inline' && when === 'now') await sequenceAside(sim, options.kinds);
  };
  const stamp = (text: Uint8Array) =>
    faults.step('timeStamps.stamp', async () => {
      const at = new Date(nowMs()).toISOString();
      return { response: stampedAt(text, at), at };
    });
  const sealPdf = async (pdf: Uint8Array): Promise<Uint8Array> => {
    const { kid } = (await keys.signer.publicKeys())[0]!;
    if (publishedIn(await factsIn(world, 'registry')).get(kid)?.use !== 'statement')
      violate(sim, 'I10', `a document is sealed with ${kid}, which is not published`);
    return memory.ports.seal.sealPdf(pdf);
  };
  const inner: Ports = (sim.plant.ports ?? ((ports) => ports))({
    ...memory.ports,
    primitives: atOnce,
    clock: { now: nowMs },
    logQueue: { ask },
    seal: { ...memory.ports.seal, sealPdf },
    fonts: plainFonts,
    timeStamps: { authority: sim.faults.has('F15') ? { ca: 'invented', stamp } : null, check: checkStamp },
    inbox: { submit },
  });
  const stale = options.stale ?? null;
  const attend = async (): Promise<void> => {
    for (const job of attending) await job.wake(inner, null, []);
  };
  return {
    attend,
    rotate: (use, id) =>
      faults.step(`keys.rotate ${use}`, async () => {
        sim.keys.rotate(use, id);
        keys.renew();
      }),
    sequence: async () => {
      const books = [...sim.logBooks];
      sim.logBooks.clear();
      try {
        for (const job of onLog) {
          await job.wake(
            inner,
            null,
            books.map((book) => ({ book })),
          );
        }
      } catch (error) {
        for (const book of books) sim.logBooks.add(book);
        throw error;
      }
    },
    ports: stale === null ? inner : { ...inner, readViews: staleViews(sim, stale) },
    faults,
    follow,
    catchUp: async () => {
      for await (const book of inner.listBooks.books()) await follow(book);
      for await (const book of memory.inbox.books()) await drain(book);
      await attend();
      sim.logBooks.clear();
    },
  };
}

/** Whoever asked is told nothing of it: a log that is behind catches up with the next fact, or the next start. */
async function sequenceAside(sim: Simulation, kinds: readonly FaultName[] = []): Promise<void> {
  try {
    await startProcess(sim, { kinds }).sequence();
  } catch (error) {
    if (!isInjected(error)) violate(sim, 'I7', `the log: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

/** After so many deliveries that failed, the queue of the cloud sets a message aside. */
const mostReceives = 5;

/**
 * Hands the first messages of a book to the consumer, by the very handler that the cloud wakes.
 * @param isFaulty a delivery that failed by a simulated fault does not count against its messages
 */
export async function deliver(
  sim: Simulation,
  { ports, faults }: SimulatedProcess,
  messages: readonly Queued[],
): Promise<void> {
  const [job] = onInbox;
  const handler = jobHandler(job!, { ports: async () => ports, log: () => undefined, bookOfPartition: () => null });
  const Records = messages.map(({ id, body, book }) => ({
    ...{ messageId: id, body, attributes: { MessageGroupId: book } },
  }));
  const answer = await handler({ Records });
  const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  for (const message of messages) {
    const at = sim.queue.indexOf(message);
    if (at < 0) continue;
    if (failed.has(message.id)) {
      if (faults.bitten.length > 0) continue;
      message.receives += 1;
      if (message.receives < mostReceives) continue;
      sim.deadLetters.push(message);
    }
    sim.queue.splice(at, 1);
  }
}
