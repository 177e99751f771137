// Whoever follows a book does what each fact asks for, once in order, also when a store's answer was lost on the way.
import { describe, expect, it } from 'vitest';
import { type Appended, append } from '../../lib/use-cases/append.ts';
import { followFacts } from '../../lib/use-cases/follow-facts.ts';
import { hexOf } from '../ledger/bytes.ts';
import { type TestLedger, testLedger } from './ledger.ts';

const book = 'company/co-1';

const enrol = ({ ports }: TestLedger, n: number): Promise<Appended> =>
  append(ports, { book, cause: hexOf(`developer ${n}`), dependsOn: [] }, async () => ({
    kind: 'developer-enrolled',
    by: 'pe-1',
    data: { developer: `de-${n}` },
  }));

async function bookOfThree(): Promise<TestLedger> {
  const ledger = testLedger();
  for (const n of [0, 1, 2]) await enrol(ledger, n);
  return ledger;
}

describe('a follower', () => {
  it('is given each fact once, and the newer ones at the next call', async () => {
    const ledger = await bookOfThree();
    const seen: number[] = [];
    const follow = () => followFacts(ledger.ports, book, 'cursor-test', async ({ seq }) => void seen.push(seq));
    await follow();
    await enrol(ledger, 3);
    await follow();
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('goes on after a put that took effect and was answered as if somebody else had been first', async () => {
    const { ports } = await bookOfThree();
    const seen: number[] = [];
    const { put } = ports.writeViews;
    let isLost = true;
    const retried: typeof put = async (item, replaces) => {
      const answer = await put(item, replaces);
      if (!isLost) return answer;
      isLost = false;
      return put(item, replaces);
    };
    const writeViews = { ...ports.writeViews, put: retried };
    await followFacts({ ...ports, writeViews }, book, 'cursor-test', async ({ seq }) => void seen.push(seq));
    expect(seen).toEqual([0, 1, 2]);
  });

  it('leaves what is left to another one that is ahead', async () => {
    const { ports } = await bookOfThree();
    const [hers, ours]: [number[], number[]] = [[], []];
    await followFacts(ports, book, 'cursor-test', async ({ seq }) => {
      ours.push(seq);
      if (seq === 0) await followFacts(ports, book, 'cursor-test', async (fact) => void hers.push(fact.seq));
    });
    expect([hers, ours]).toEqual([[0, 1, 2], [0]]);
  });
});
