// I8: one stored thing is changed, taken away or put in behind the API, and the full check names it.
import type { Key } from '../../../lib/adapters/store/keys.ts';
import type { Attributes } from '../../../lib/adapters/store/table.ts';
import { checkLedger, type LedgerCheck } from '../../../lib/use-cases/check-ledger.ts';
import type { LedgerFinding } from '../../../lib/use-cases/ledger-finding.ts';
import type { PlainFact } from '../read-world.ts';
import { type Simulation, startProcess, violate } from '../simulation.ts';

interface Edit {
  readonly what: string;
  readonly make: () => Promise<unknown>;
  readonly isNamed: (check: LedgerCheck) => boolean;
}

type Books = ReadonlyMap<string, readonly PlainFact[]>;

const found = (match: (finding: LedgerFinding) => boolean) => (check: LedgerCheck) => check.findings.some(match);

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === at % bytes.length ? byte ^ 0x10 : byte));

const changedText = (text: string, at: number): string => {
  const place = at % text.length;
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
};

function changed(item: Attributes, attribute: string, at: number): Attributes {
  const value = item[attribute]!;
  if (typeof value === 'number') return { ...item, [attribute]: value + 1 };
  return { ...item, [attribute]: typeof value === 'string' ? changedText(value, at) : flipped(value, at) };
}

/** What stands under a key, without the key, which the engine gives too. */
async function itemAt({ world }: Simulation, key: Key): Promise<Attributes | null> {
  const item = await world.table.get(key);
  if (item === null) return null;
  const { pk: _pk, sk: _sk, ...attributes } = item;
  return attributes;
}

/** A fact of a book: its bytes, its salt, itself, or one more behind the last. */
async function factEdit(sim: Simulation, books: Books): Promise<Edit> {
  const { draw, world } = sim;
  const book = draw.oneOf([...books.keys()]);
  const facts = books.get(book)!;
  const seq = draw.between(0, facts.length - 1);
  const isLast = seq === facts.length - 1;
  const keyOf = (at: number): Key => ({ pk: `book#${book}`, sk: String(at).padStart(12, '0') });
  const item = (await itemAt(sim, keyOf(seq)))!;
  const how = draw.oneOf(['changed', 'removed', 'inserted', 'salted'] as const);
  const bits = draw.between(0, 100_000);
  const make = {
    changed: () => world.table.put(keyOf(seq), changed(item, 'b', bits)),
    removed: () => world.table.remove(keyOf(seq)),
    inserted: () => world.table.put(keyOf(facts.length), item),
    salted: () => world.table.put(keyOf(seq), changed(item, 's', bits)),
  }[how];
  const near = (at: number) =>
    found(
      (finding) =>
        finding.book === book && ['fact', 'chain'].includes(finding.what) && [0, 1].includes((finding.seq ?? -1) - at),
    );
  const inHead = found((finding) => finding.book === book && finding.what === 'head');
  const isNamed = {
    changed: isLast ? (check: LedgerCheck) => inHead(check) || near(seq)(check) : near(seq),
    removed: isLast ? inHead : near(seq),
    inserted: near(facts.length),
    salted: inHead,
  }[how];
  return { what: `fact ${book} ${seq} ${how}`, make, isNamed };
}

/** What facts name by digest: a chunk, a file, a statement. */
const isVouchedFor = (books: Books, digest: string): boolean =>
  [...books.values()].some((facts) => facts.some(({ data }) => JSON.stringify(data).includes(digest)));

const digestIn = (name: string): string => /[0-9a-f]{64}/.exec(name)?.[0] ?? '';

function tableEdit(sim: Simulation, key: Key, item: Attributes): Edit {
  const { draw, world } = sim;
  const [sort, book = '', ...rest] = key.pk.split('#');
  const attributes = Object.keys(item);
  // How far somebody came, once it is gone, is found again from the first fact on: the same as if nobody had come yet.
  const isRemoved = draw.chance(30) && !key.sk.startsWith('cursor-');
  const attribute = draw.oneOf(attributes);
  const bits = draw.between(0, 100_000);
  const name = sort === 'batch' ? rest.join('/') : [...rest, key.sk].filter((part) => part !== '').join('/');
  return {
    what: `${key.pk} ${key.sk} ${isRemoved ? 'removed' : `${attribute} changed`}`,
    make: () => (isRemoved ? world.table.remove(key) : world.table.put(key, changed(item, attribute, bits))),
    isNamed: (check) =>
      check.findings.some((one) => one.book === book && ['batch', 'view'].includes(one.what) && one.name === name) ||
      // A cursor that is gone tells itself by the views being behind.
      (name === 'cursor' && check.behind.some(({ book: of, what }) => of === book && what === 'views')),
  };
}

async function storedEdit(sim: Simulation, books: Books): Promise<Edit | null> {
  const { draw, world } = sim;
  const written = [...sim.written].filter((step) => {
    const [, place = ''] = step.split(' ');
    // What is noted of the installation itself is folded from no fact.
    if (/^table\.put(?:If)? view#(?!installation)/.test(step)) return true;
    const digest = digestIn(place);
    return digest !== '' && /batch#|^objects|^sealedFiles/.test(step) && isVouchedFor(books, digest);
  });
  if (written.length === 0) return null;
  const [act = '', place = '', sk = ''] = draw.oneOf(written).split(' ');
  const bits = draw.between(0, 100_000);
  if (act.startsWith('table.')) {
    const key = { pk: place, sk };
    const item = await itemAt(sim, key);
    return item === null ? null : tableEdit(sim, key, item);
  }
  const blobs = act.startsWith('objects') ? world.objects : world.sealed.files;
  const bytes = await blobs.get(place);
  if (bytes === null || bytes.length === 0) return null;
  const isRemoved = draw.chance(30);
  return {
    what: `${act} ${place} ${isRemoved ? 'removed' : 'changed'}`,
    make: () => (isRemoved ? blobs.remove(place) : blobs.replace(place, flipped(bytes, bits))),
    isNamed: found(({ what, name }) => ['batch', 'file', 'statement'].includes(what) && name.includes(digestIn(place))),
  };
}

function headEdit(sim: Simulation, books: Books): Edit | null {
  const { draw, world } = sim;
  const book = draw.oneOf([...books.keys()]);
  const head = world.heads.get(book);
  if (head === undefined) return null;
  const isRemoved = draw.chance(30);
  const bits = draw.between(0, 100_000);
  const make = async (): Promise<void> => {
    if (isRemoved) world.heads.delete(book);
    else world.heads.set(book, changedText(head, bits));
  };
  return {
    what: `head ${book} ${isRemoved ? 'removed' : 'changed'}`,
    make,
    isNamed: found((finding) => finding.book === book && finding.what === 'head'),
  };
}

/** The last thing that happens to a world. */
export async function checkEdit(sim: Simulation, books: Books): Promise<void> {
  if (!sim.faults.has('F14')) return;
  const how = sim.draw.between(0, 9);
  const edit = how < 4 ? await factEdit(sim, books) : how < 9 ? await storedEdit(sim, books) : headEdit(sim, books);
  if (edit === null) return;
  sim.tally.inject('F14');
  await edit.make();
  sim.trace.note(edit.what);
  const check = await checkLedger(startProcess(sim).ports, {});
  if (edit.isNamed(check)) sim.tally.bite('F14');
  else
    violate(
      sim,
      'I8',
      `${edit.what}: ${JSON.stringify(check.findings.map(({ what, book, name }) => [what, book, name]))}`,
    );
}
