// Ways to die: every step that a process takes in the outside world is counted, and at one of them it can end.

import type { Heads } from '../../ports/books.ts';
import type { Forge } from '../../ports/forge.ts';
import type { LinkKeys, Signer } from '../../ports/keys.ts';
import type { LogFiles, LogSigner } from '../../ports/log.ts';
import type { Mail } from '../../ports/mail.ts';
import type { PullQueue, PullSteps } from '../../ports/pulls.ts';
import type { Blobs } from '../files/blobs.ts';
import type { Table } from '../store/table.ts';

/** What the process that died would not have lived to see; everything that it still tries says the same. */
export class Died extends Error {
  constructor(step: string) {
    super(`the process died at ${step}`);
    this.name = 'Died';
  }
}

export interface FaultPlan {
  /** From 0, among the steps that `on` matches. */
  readonly at: number;
  /** `after`: the step took effect, and nobody learnt of it. */
  readonly when: 'before' | 'after';
  /** Matched against a step as it stands in `steps`, e.g. `/^table\.putIf book#/`; absent = every step. */
  readonly on?: RegExp;
}

export interface Faults {
  /** What was done so far, e.g. `table.putIf book#company/c1 000000000000`. */
  readonly steps: readonly string[];
  readonly step: <T>(name: string, act: () => Promise<T>) => Promise<T>;
}

/** @param plan null = count only */
export function faults(plan: FaultPlan | null): Faults {
  const steps: string[] = [];
  let matched = 0;
  let dead = false;
  const isTheOne = (name: string): boolean => plan !== null && (plan.on?.test(name) ?? true) && matched++ === plan.at;
  return {
    steps,
    step: async (name, act) => {
      if (dead) throw new Died(name);
      steps.push(name);
      const dies = isTheOne(name);
      if (dies) dead = true;
      if (dies && plan?.when === 'before') throw new Died(name);
      const answer = await act();
      // Also for a step that was under way while another one ended the process.
      if (dead) throw new Died(name);
      return answer;
    },
  };
}

/** Reading page by page is one step: nothing changes in it. */
export const faultyTable = (table: Table, { step }: Faults): Table => ({
  get: (key) => step(`table.get ${key.pk} ${key.sk}`, () => table.get(key)),
  getNamed: (key) => step(`table.get ${key.pk} ${key.sk}`, () => table.getNamed(key)),
  query: async function* (pk, from) {
    await step(`table.query ${pk}`, async () => undefined);
    yield* table.query(pk, from);
  },
  querySettled: async function* (pk) {
    await step(`table.query ${pk}`, async () => undefined);
    yield* table.querySettled(pk);
  },
  put: (key, attributes) => step(`table.put ${key.pk} ${key.sk}`, () => table.put(key, attributes)),
  putIf: (key, attributes, replaces) =>
    step(`table.putIf ${key.pk} ${key.sk}`, () => table.putIf(key, attributes, replaces)),
  remove: (key) => step(`table.remove ${key.pk} ${key.sk}`, () => table.remove(key)),
  // Each of them is a place to die, as one of them is where the engine does some and not the others.
  writeAll: async (writes) => {
    for (const write of writes) {
      const [{ pk, sk }, attributes] = write;
      await step(`table.${attributes === null ? 'remove' : 'put'} ${pk} ${sk}`, () => table.writeAll([write]));
    }
  },
});

/** @param place how it is called in `steps`: objects, sealedFiles, fileKeys */
export const faultyBlobs = (place: string, blobs: Blobs, { step }: Faults): Blobs => ({
  putIfAbsent: (name, bytes) => step(`${place}.putIfAbsent ${name}`, () => blobs.putIfAbsent(name, bytes)),
  replace: (name, bytes) => step(`${place}.replace ${name}`, () => blobs.replace(name, bytes)),
  get: (name) => step(`${place}.get ${name}`, () => blobs.get(name)),
  remove: (name) => step(`${place}.remove ${name}`, () => blobs.remove(name)),
});

export const faultyHeads = (heads: Heads, { step }: Faults): Heads => ({
  get: (book) => step(`heads.get ${book}`, () => heads.get(book)),
  put: (book, text) => step(`heads.put ${book}`, () => heads.put(book, text)),
  books: heads.books,
});

/** @param place how it is called in `steps`: signer, registrar */
export const faultySigner = (place: string, signer: Signer, { step }: Faults): Signer => ({
  publicKeys: () => step(`${place}.publicKeys`, signer.publicKeys),
  signDigest: (digest) => step(`${place}.signDigest`, () => signer.signDigest(digest)),
  isTest: signer.isTest,
});

export const faultyLogFiles = (files: LogFiles, { step }: Faults): LogFiles => ({
  putTile: (name, bytes) => step(`logFiles.putTile ${name}`, () => files.putTile(name, bytes)),
  tile: (name) => step(`logFiles.tile ${name}`, () => files.tile(name)),
  put: (name, bytes) => step(`logFiles.put ${name}`, () => files.put(name, bytes)),
  get: (name) => step(`logFiles.get ${name}`, () => files.get(name)),
  swap: (name, before, after) => step(`logFiles.swap ${name}`, () => files.swap(name, before, after)),
});

export const faultyLogSigner = (signer: LogSigner, { step }: Faults): LogSigner => ({
  publicKeys: () => step('logSigner.publicKeys', signer.publicKeys),
  sign: (message) => step('logSigner.sign', () => signer.sign(message)),
  isTest: signer.isTest,
});

export const faultyLinkKeys = (keys: LinkKeys, { step }: Faults): LinkKeys => ({
  current: () => step('linkKeys.current', keys.current),
  byKid: (kid) => step(`linkKeys.byKid ${kid}`, () => keys.byKid(kid)),
});

/** Each page is a place to die. */
export const faultyForge = (forge: Forge, { step }: Faults): Forge => ({
  start: (source, known) => step(`forge.start ${source.url}`, () => forge.start(source, known)),
  pages: async function* (source, start, from) {
    const pages = forge.pages(source, start, from)[Symbol.asyncIterator]();
    for (let n = 0; ; n += 1) {
      const { done, value } = await step(`forge.page ${source.url} ${n}`, () => pages.next());
      if (done) return;
      yield value;
    }
  },
  licences: (source, asked) =>
    step(`forge.licences ${source.url} ${asked.folder}`, () => forge.licences(source, asked)),
});

export const faultySteps = (steps: PullSteps, { step }: Faults): PullSteps => ({
  put: (run, name, bytes) => step(`pullSteps.put ${run} ${name}`, () => steps.put(run, name, bytes)),
  get: (run, name) => step(`pullSteps.get ${run} ${name}`, () => steps.get(run, name)),
  clear: (run) => step(`pullSteps.clear ${run}`, () => steps.clear(run)),
});

export const faultyQueue = (queue: PullQueue, { step }: Faults): PullQueue => ({
  ask: (repository, notBefore) => step(`pullQueue.ask ${repository}`, () => queue.ask(repository, notBefore)),
});

export const faultyMail = (mail: Mail, { step }: Faults): Mail => ({
  outbox: mail.outbox,
  isSetUp: mail.isSetUp,
  send: (message) => step('mail.send', () => mail.send(message)),
});
