// What people hand in keeps the order in which they said it, whoever consumes it and how many at once; and no message stops the others.
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { ConfirmationAnswer } from '../../lib/model/confirmation.ts';
import type { InboxMessage } from '../../lib/ports/people.ts';
import type { Ports } from '../../lib/ports.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { consumeInbox } from '../../lib/use-cases/consume-inbox.ts';
import { monthWords } from '../../lib/use-cases/month-words.ts';
import { companyBook, companyOf, developerOf, personOf } from '../../lib/use-cases/people.ts';
import { acts, openForge, siren } from './acts.ts';
import { processOn } from './process.ts';

let world: MemoryWorld;
let ports: Ports;
let company: string;
let developer: string;

beforeEach(async () => {
  world = memoryWorld('inbox in order');
  openForge(world);
  ({ ports } = processOn(world));
  for (const act of acts) {
    if (act.name === 'check') break;
    await act.carryOut(ports);
  }
  company = await companyOf(ports, siren);
  ({ developer } = await developerOf(ports, company, 'R-1'));
});

/** Messages as the queue has them: handed in one after the other, before anybody consumed the first. */
async function handedIn(act: (waiting: Ports) => Promise<unknown>): Promise<InboxMessage[]> {
  const messages: InboxMessage[] = [];
  await act({ ...ports, inbox: { submit: async (message) => void messages.push(message) } });
  return messages;
}

const words = async () => monthWords(ports, await readBook(ports, companyBook(company)), ['2025-03'], developer);

describe('answers that are consumed together', () => {
  it.each<ConfirmationAnswer[]>([
    ['confirmed', 'disputed', 'cannot-tell'],
    ['cannot-tell', 'disputed', 'confirmed'],
    ['disputed', 'confirmed', 'cannot-tell'],
    ['confirmed', 'cannot-tell', 'disputed'],
  ])('leave the last word to the last one: %s, %s, %s', async (...answers) => {
    const by = await personOf(ports, 'signatory');
    const messages = await handedIn(async (waiting) => {
      for (const answer of answers) {
        const share = { by, foundation: 'rails', company, developer, project: 'points', month: '2025-03' };
        await answerContributions(waiting, { ...share, answer, amount: null, comment: null });
      }
    });
    // Twice, as a queue may deliver them.
    await consumeInbox(ports, companyBook(company), [...messages, ...messages]);
    expect((await words()).answers.map(({ answer }) => answer)).toEqual(answers);
  });
});

describe('checks that are consumed together', () => {
  it.each([
    ['checked', 'contested'],
    ['contested', 'checked'],
  ] as const)('leave the last word to the last one: %s, %s', async (...answers) => {
    const messages = await handedIn(async (waiting) => {
      for (const answer of answers) {
        await checkMonth(waiting, {
          ...{ company, by: developer, developer, month: '2025-03', answer, entries: null, comment: null },
        });
      }
    });
    await consumeInbox(ports, companyBook(company), messages);
    expect((await words()).checks.map(({ answer }) => answer)).toEqual(answers);
  });
});

describe('a comment', () => {
  it('typed in letters and accents apart is kept as one text, and stops nobody’s message', async () => {
    const comment = 'Forme\u0301e \ud800le 5';
    const own = { company, by: developer, developer, month: '2025-03' } as const;
    await checkMonth(ports, { ...own, answer: 'contested', entries: null, comment });
    await checkMonth(ports, { ...own, answer: 'checked', entries: null, comment: null });
    const { checks } = await words();
    expect(checks.map((check) => check.comment)).toEqual(['Formée \ufffdle 5', null]);
    const by = await personOf(ports, 'signatory');
    const share = { by, foundation: 'rails', company, developer, project: 'points', month: '2025-03' };
    await answerContributions(ports, { ...share, answer: 'cannot-tell', amount: null, comment });
    expect((await words()).answers.at(-1)?.comment).toBe('Formée \ufffdle 5');
  });

  it('that could not be written is refused when it is handed in, and is in no message of a fault', async () => {
    const row = { developer, month: '2025-03', cause: '0'.repeat(64), comment: 'secre\u0301t' };
    const submitted = memoryPorts({ world }).ports.inbox.submit({
      book: companyBook(company),
      kind: 'month-check',
      row,
    });
    await expect(submitted).rejects.toThrow(/^(?!.*secre).*NFC/);
  });
});
