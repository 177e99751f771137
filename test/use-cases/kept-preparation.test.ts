// What was prepared is issued as it was kept only where nothing moved that it rests on; else it is worked out again.
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Row } from '../../lib/ledger/batch.ts';
import { causeOf, type Fact } from '../../lib/ledger/fact.ts';
import { seqName } from '../../lib/ledger/views/view-change.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { append } from '../../lib/use-cases/append.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { keptPreparation } from '../../lib/use-cases/kept-preparation.ts';
import {
  bookKeyOwner,
  companyBook,
  companyOf,
  developerOf,
  personBook,
  personOf,
  pidsOf,
} from '../../lib/use-cases/people.ts';
import { addPid } from '../../lib/use-cases/pids.ts';
import { lastPrepared, prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { publishKeys } from '../../lib/use-cases/publish-keys.ts';
import { contentBytes } from '../../lib/use-cases/statement-content.ts';
import { beforePreparing, openForge, siren } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';
import { factsOf } from './ledger.ts';

const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
const period = { from: '2025-01-01', to: '2025-12-31' };

let world: MemoryWorld;
let ports: Ports;
let company: string;
let developer: string;
let finance: string;

const prepare = () => prepareStatement(ports, { company, ...asked, by: finance });

const kept = async (through: Ports = ports) => {
  const state = await readBook(ports, companyBook(company));
  const reading = 'credit';
  return keptPreparation(through, state, (await lastPrepared(state, { scheme: asked.scheme, period, reading }))!);
};

beforeEach(async () => {
  world = memoryWorld('kept preparation');
  openForge(world);
  ({ ports } = processOn(world));
  await beforePreparing(ports);
  company = await companyOf(ports, siren);
  ({ developer } = await developerOf(ports, company, 'R-1'));
  finance = await personOf(ports, 'finance-1');
});

/** Another employer of hers claims an hour. */
async function claimElsewhere(): Promise<void> {
  const [pid] = await pidsOf(ports, company, developer);
  const book = personBook(pid!);
  const fact = 'ab'.repeat(32);
  const cause = causeOf(ports.primitives.sha256, { actor: 'co-other', act: 'claim-time', on: { fact }, after: null });
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const rows: Row[] = [{ row: { day: '2025-03-03', unit: 'minute', amount: 60 }, position: '2025-03-03 minute', key }];
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'time-claimed' as const,
    by: 'co-other',
    data: { company: 'co-other', fact, batch: await store(rows) },
  }));
}

describe('a preparation', () => {
  it('holds as it was kept while nothing came, and reads no row', async () => {
    const { content, computation } = await prepare();
    const chunk = () => Promise.reject(new Error('rows are not read again'));
    const found = await kept({ ...ports, readBatches: { chunk } });
    expect(found?.content).toEqual(content);
    expect(toHex(ports.primitives.sha256(contentBytes(found!.content)))).toBe(computation);
    const { head } = await readBook(ports, companyBook(company));
    expect(found?.heads[0]).toEqual({ book: head.book, seq: head.seq, digest: head.digest });
  });

  it('is worked out again after a correction', async () => {
    await prepare();
    const what = { day: '2025-03-05', project: 'points', unit: 'minute', delta: -60, reason: 'Formation.' } as const;
    await correctTime(ports, { company, by: await personOf(ports, 'hr'), developer, ...what });
    expect(await kept()).toBeNull();
  });

  it('is worked out again after any fact of the registry', async () => {
    await prepare();
    await publishKeys(ports);
    expect(await kept()).toBeNull();
  });

  it('is worked out again once another employer claimed time of one of its people', async () => {
    await prepare();
    await claimElsewhere();
    expect(await kept()).toBeNull();
  });

  it('is worked out again where another employer had claimed such time before', async () => {
    await claimElsewhere();
    await prepare();
    expect(await kept()).toBeNull();
  });

  it('is worked out again where it was made by other rules', async () => {
    await prepare();
    const facts = await factsOf(ports, companyBook(company));
    const { data } = facts.find(({ kind }) => kind === 'statement-prepared') as Fact<'statement-prepared'>;
    const prepareBy = (ruleSet: string) =>
      append(ports, { book: companyBook(company), cause: ruleSet, dependsOn: [] }, async () => ({
        ...{ kind: 'statement-prepared' as const, by: finance, data: { ...data, ruleSet } },
      }));
    await prepareBy(data.ruleSet);
    expect(await kept()).not.toBeNull();
    await prepareBy('ab'.repeat(32));
    expect(await kept()).toBeNull();
  });

  it('is worked out again once one of its people turned out to be somebody known elsewhere', async () => {
    await prepare();
    await addPid(ports, company, developer, 'pi-elsewhere');
    expect(await kept()).toBeNull();
  });

  it('is worked out again where its view was made to name what was prepared before it', async () => {
    const first = await prepare();
    const what = { day: '2025-03-05', project: 'points', unit: 'minute', delta: -60, reason: 'Formation.' } as const;
    await correctTime(ports, { company, by: await personOf(ports, 'hr'), developer, ...what });
    const { prepared } = await prepare();
    expect(await kept()).not.toBeNull();
    const item = (await ports.readViews.get(companyBook(company), `prepared/${seqName(prepared)}`))!;
    const value = { ...(item.value as object), computation: first.computation };
    expect(await ports.writeViews.put({ ...item, value }, item.asOfSeq)).toBe('put');
    expect(await kept()).toBeNull();
  });

  it('is worked out again where its kept content was changed, or is gone', async () => {
    await prepare();
    const changed = async () => new TextEncoder().encode('{"format":"statement-content/2"}');
    for (const get of [changed, async () => null]) {
      expect(await kept({ ...ports, sealedFiles: { ...ports.sealedFiles, get } })).toBeNull();
    }
  });
});
