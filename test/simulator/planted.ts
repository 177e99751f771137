// Faults planted in the code, each as a wrapper that only tests use, and the invariant that must catch it.
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../lib/model/refusal.ts';
import type { ReadViews, ViewItem } from '../../lib/ports/views.ts';
import type { Ports } from '../../lib/ports.ts';
import { type KeyUse, keyUses } from './key-rings.ts';
import { neverRetired } from './never-retired.ts';
import type { Plant, Violation } from './simulation.ts';

export interface Planted extends Plant {
  readonly name: string;
  readonly caughtBy: readonly Violation['invariant'][];
  /** What of the invariant is broken, where it looks at several things. */
  readonly says?: RegExp;
}

/** A view of a statement says that it stands, whatever became of it. */
const alwaysIssued = (item: ViewItem | null): ViewItem | null =>
  item === null || !item.name.startsWith('statements/')
    ? item
    : { ...item, value: { ...(item.value as object), state: 'issued', replacedBy: null } };

const readingViews = (ports: Ports, views: Partial<ReadViews>): Ports => ({
  ...ports,
  readViews: { ...ports.readViews, ...views },
});

const nothing = async function* (): AsyncGenerator<never> {
  yield* [];
};

const readingFacts = (ports: Ports, facts: Ports['readBooks']['facts']): Ports => ({
  ...ports,
  readBooks: { ...ports.readBooks, facts },
});

export const planted: readonly Planted[] = [
  {
    name: 'a store that forgets the condition of a put',
    caughtBy: ['I2', 'I7'],
    table: (table) => ({
      ...table,
      putIf: async (key, attributes) => {
        await table.put(key, attributes);
        return true;
      },
    }),
  },
  {
    name: 'an erasure that leaves the rows that it lists',
    caughtBy: ['I9'],
    says: /a row of .* is left$/,
    ports: (ports) => ({
      ...ports,
      erasing: { ...ports.erasing, replaceChunk: async () => undefined, replaceObject: async () => undefined },
    }),
  },
  {
    name: 'an erasure that destroys no key of salts',
    caughtBy: ['I9'],
    says: / is left of /,
    ports: (ports) => ({ ...ports, saltKeys: { ...ports.saltKeys, destroy: async () => undefined } }),
  },
  {
    name: 'an erasure that leaves the files that it lists',
    caughtBy: ['I9'],
    says: /the file .* says /,
    ports: (ports) => ({ ...ports, sealedFiles: { ...ports.sealedFiles, destroy: async () => undefined } }),
  },
  {
    name: 'a name that comes back into the directory',
    caughtBy: ['I9'],
    says: / has a name$/,
    ports: (ports) => ({
      ...ports,
      directory: {
        ...ports.directory,
        remove: async (tenant, kind, key) => {
          if (kind !== 'developer') await ports.directory.remove(tenant, kind, key);
        },
      },
    }),
  },
  {
    name: 'a retry that makes the key of a salt anew',
    caughtBy: ['I4'],
    ports: (ports) => ({ ...ports, saltKeys: { ...ports.saltKeys, of: async () => randomBytes(32) } }),
  },
  {
    name: 'a view that is believed though it is stale: facts newer than it are not looked at',
    caughtBy: ['I7'],
    ports: (ports) =>
      readingFacts(ports, async function* (book, after) {
        for await (const fact of ports.readBooks.facts(book, after)) {
          yield fact;
          // Whoever asks from the head of a view gets that head, and is told that nothing came after it.
          if (after >= 0 && book.startsWith('company/') && fact.seq % 3 === 0) return;
        }
      }),
  },
  {
    name: 'causes that are not looked up: what was said is written again',
    caughtBy: ['I2', 'I4'],
    ports: (ports) =>
      readingViews(ports, {
        get: async (book, name) =>
          name.startsWith('causes/') && !book.startsWith('person/') ? null : ports.readViews.get(book, name),
      }),
  },
  {
    name: 'a statement that is issued twice: those that stand are not looked at',
    caughtBy: ['I3'],
    ports: (ports) =>
      readingViews(ports, {
        list: (book, partition) => (partition === 'statements' ? nothing() : ports.readViews.list(book, partition)),
      }),
  },
  {
    name: 'a status that never changes',
    caughtBy: ['I6'],
    ports: (ports) =>
      readingViews(ports, { get: async (book, name) => alwaysIssued(await ports.readViews.get(book, name)) }),
  },
  {
    name: 'an inbox that answers before the message is kept, and loses some',
    caughtBy: ['I2'],
    ports: (ports) => ({
      ...ports,
      inbox: {
        submit: async (message) => {
          if (!JSON.stringify(message.row).includes('"answer":"confirmed"')) await ports.inbox.submit(message);
        },
      },
    }),
  },
  {
    name: 'a look into another company’s book',
    caughtBy: ['I5'],
    ports: (ports) =>
      readingFacts(ports, async function* (book, after) {
        if (book.startsWith('company/')) {
          for await (const other of ports.listBooks.books()) {
            if (other.startsWith('company/') && other !== book) await ports.readBooks.fact(other, 0);
          }
        }
        yield* ports.readBooks.facts(book, after);
      }),
  },
  {
    name: 'a follower who keeps her place before she has done the work',
    caughtBy: ['I7'],
    ports: (ports) => ({
      ...ports,
      writeViews: {
        ...ports.writeViews,
        put: async (item, replaces) =>
          item.name.startsWith('months/') && item.asOfSeq % 5 === 4 ? 'put' : ports.writeViews.put(item, replaces),
      },
    }),
  },
  {
    name: 'a check that remembers the chunks that it has read once',
    caughtBy: ['I8'],
    ports: (ports) => ({ ...ports, readBatches: { chunk: remembering(ports) } }),
  },
  {
    name: 'two sequencers that do not look whose head stands there',
    caughtBy: ['I1'],
    ports: (ports) => ({
      ...ports,
      logFiles: {
        ...ports.logFiles,
        swap: async (name, _before, after) => ports.logFiles.swap(name, await ports.logFiles.get(name), after),
      },
    }),
  },
  {
    name: 'a log that forgets at first that it took some facts',
    caughtBy: ['I2'],
    ports: (ports) => ({
      ...ports,
      logPlaces: {
        ...ports.logPlaces,
        put: async (run) => {
          const name = `${run.book} ${run.first}`;
          if (run.first % 3 !== 1 || forgotten.has(name)) return ports.logPlaces.put(run);
          forgotten.add(name);
        },
      },
    }),
  },
  {
    name: 'tiles that are remembered once they were read',
    caughtBy: ['I8'],
    ports: (ports) => ({
      ...ports,
      readLogFiles: { ...ports.readLogFiles, tile: rememberedTile(ports.readLogFiles) },
      logFiles: { ...ports.logFiles, tile: rememberedTile(ports.logFiles) },
    }),
  },
  {
    name: 'a time-stamping authority without which the log does not go on',
    caughtBy: ['I7'],
    ports: (ports) => ({
      ...ports,
      timeStamps: {
        ...ports.timeStamps,
        authority: ports.timeStamps.authority && {
          ...ports.timeStamps.authority,
          stamp: (text) =>
            ports.timeStamps.authority!.stamp(text).catch((error: unknown) => {
              throw error instanceof Refusal ? new Error('no time stamp') : error;
            }),
        },
      },
    }),
  },
  ...keyUses.map(
    (use): Planted => ({
      name: `a key for the ${use} that is believed to be published`,
      caughtBy: ['I10'],
      says: { statement: /signed this statement$/, registrar: /^registry /, log: /^log / }[use],
      rotated: use,
      ports: (ports) => believing(ports, use),
    }),
  ),
  {
    name: 'a key that seals before it is published',
    caughtBy: ['I10'],
    says: / is sealed with /,
    rotated: 'statement',
    ports: (ports) => believing(ports, 'statement'),
  },
  {
    name: 'a program that does not ask whether its key was retired',
    caughtBy: ['I10'],
    says: / signs, and was retired$/,
    ports: (ports) => ({ ...ports, readViews: neverRetired(ports.readViews) }),
  },
  {
    name: 'a check for which no key was ever retired',
    caughtBy: ['I8'],
    says: /which was retired/,
    ports: (ports) =>
      readingFacts(ports, async function* (book, after) {
        for await (const fact of ports.readBooks.facts(book, after)) {
          if (after >= 0 || !new TextDecoder().decode(fact.bytes).includes('"kind":"key-retired"')) yield fact;
        }
      }),
  },
  {
    name: 'a foundation that does not look which numbers it gave',
    caughtBy: ['I11'],
    says: / is no\. /,
    ports: (ports) =>
      readingViews(ports, {
        list: (book, partition) => (partition === 'receipts' ? nothing() : ports.readViews.list(book, partition)),
      }),
  },
  {
    name: 'a foundation that does not look for which statements it gave a receipt',
    caughtBy: ['I11'],
    says: / has a receipt already$/,
    ports: (ports) => {
      const overlooked = new Set<string>();
      const isNew = (name: string): boolean => !overlooked.has(name) && overlooked.add(name).has(name);
      return readingViews(ports, {
        get: async (book, name) =>
          book.startsWith('foundation/') && name.startsWith('causes/') && isNew(name)
            ? null
            : ports.readViews.get(book, name),
      });
    },
  },
  {
    name: 'a receipt that does not know which one it cancels',
    caughtBy: ['I11'],
    says: /: it cancels null/,
    ports: (ports) =>
      readingViews(ports, {
        get: async (book, name) => {
          const item = await ports.readViews.get(book, name);
          return item === null || !name.startsWith('statements/')
            ? item
            : { ...item, value: { ...(item.value as object), supersedes: null } };
        },
      }),
  },
  {
    name: 'a receipt whose files are not kept',
    caughtBy: ['I11'],
    says: /a file is missing$/,
    ports: (ports) => keepingFiles(ports, async () => undefined),
  },
  {
    name: 'a receipt that says another value than the statement',
    caughtBy: ['I11'],
    says: /: the statement has /,
    ports: (ports) =>
      keepingFiles(ports, (book, sha256, bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        const other = text.startsWith('{') ? text.replace(/"valueCents":/, '"valueCents":1') : text;
        return ports.sealedFiles.put(book, sha256, Buffer.from(other, 'latin1'));
      }),
  },
  {
    name: 'a receipt that nobody seals',
    caughtBy: ['I11'],
    says: / sealed it$/,
    ports: (ports) => ({ ...ports, seal: { ...ports.seal, sealPdf: async (pdf) => pdf } }),
  },
  {
    name: 'a receipt that is listed as if its statement stood',
    caughtBy: ['I11'],
    says: /are told as /,
    ports: (ports) =>
      readingViews(ports, { get: async (book, name) => alwaysIssued(await ports.readViews.get(book, name)) }),
  },
];

/** Of the foundations’ books alone. */
const keepingFiles = (ports: Ports, put: Ports['sealedFiles']['put']): Ports => ({
  ...ports,
  sealedFiles: {
    ...ports.sealedFiles,
    put: (book, ...file) =>
      book.startsWith('foundation/') ? put(book, ...file) : ports.sealedFiles.put(book, ...file),
  },
});

const believing = (ports: Ports, use: KeyUse): Ports =>
  readingViews(ports, {
    get: async (book, name) => (await ports.readViews.get(book, name)) ?? believed(ports, use, book, name),
  });

/** What the registry would say of a key of this use, had it been published. */
async function believed(ports: Ports, use: KeyUse, book: string, name: string): Promise<ViewItem | null> {
  const { statementKeys, registrarKeys, logKeys } = ports;
  const kids = {
    statement: async () => (await statementKeys.publicKeys()).map(({ kid }) => kid),
    registrar: async () => (await registrarKeys.publicKeys()).map(({ kid }) => kid),
    log: async () => (await logKeys.publicKeys()).map((key) => Buffer.from(key).toString('base64url')),
  };
  const kid = name.slice('keys/'.length);
  if (book !== 'registry' || !name.startsWith('keys/') || !(await kids[use]()).includes(kid)) return null;
  return { book, name, asOfSeq: 0, value: { kid, use, publicKey: {} } };
}

const forgotten = new Set<string>();

const tilesOfRun = new Map<string, Uint8Array | null>();

function rememberedTile({ tile }: Pick<Ports['readLogFiles'], 'tile'>): Ports['readLogFiles']['tile'] {
  return async (name) => {
    const known = tilesOfRun.get(name) ?? (await tile(name));
    if (known !== null) tilesOfRun.set(name, known);
    return known;
  };
}

const remembered = new Map<string, Uint8Array | null>();

/** Over all processes of a run: a chunk is named by its root, so another run has others. */
function remembering(ports: Ports): Ports['readBatches']['chunk'] {
  return async (...asked) => {
    const name = asked.join(' ');
    const known = remembered.get(name) ?? (await ports.readBatches.chunk(...asked));
    if (known !== null) remembered.set(name, known);
    return known;
  };
}
