// The facts of the registry on which a statement rests, as they were written and signed: what registry.jsonl holds.
import type { AnyFact } from '../ledger/fact.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Ports } from '../ports.ts';
import type { StatementPayload } from '../statement/payload.ts';
import { readFact } from './book-state.ts';
import { registryBook } from './people.ts';

/** Of what the statement states: its projects, their foundations, and whoever confirmed for them. Events of keys stand in it whole. */
function isAbout({ projects }: StatementPayload): (fact: AnyFact) => boolean {
  const ids = new Set(projects.map(({ id }) => id));
  const foundations = new Set(projects.map(({ foundation }) => foundation.id));
  const signatories = new Set(projects.flatMap(({ confirmations }) => confirmations.map(({ signatory }) => signatory)));
  return (fact) => {
    switch (fact.kind) {
      case 'key-published':
      case 'key-retired':
        return true;
      case 'foundation-registered':
      case 'standing-decided':
        return foundations.has(fact.data.foundation);
      case 'project-registered':
      case 'licence-changed':
      case 'licence-decided':
      case 'eligibility-decided':
        return ids.has(fact.data.project);
      case 'signatory-appointed':
        return foundations.has(fact.data.foundation) && signatories.has(fact.data.person);
      case 'tie-declared':
        return signatories.has(fact.data.person);
      default:
        return false;
    }
  };
}

/** As they stand, for it is the reader who checks them. What has long stood is read at half the price. */
async function* factsStored({ readBooks }: Pick<Ports, 'readBooks'>): AsyncGenerator<StoredFact> {
  let last = -1;
  for await (const stored of readBooks.settled(registryBook)) {
    last = stored.seq;
    yield stored;
  }
  yield* readBooks.facts(registryBook, last);
}

/** @returns their canonical texts, in order: decided ones up to the head that the statement names, events of keys up to now */
export async function registryLines(ports: Pick<Ports, 'readBooks'>, payload: StatementPayload): Promise<string[]> {
  const last = payload.heads.find(({ book }) => book === registryBook)?.seq ?? -1;
  const belongs = isAbout(payload);
  const decoder = new TextDecoder();
  const lines: string[] = [];
  for await (const stored of factsStored(ports)) {
    const { fact } = readFact(stored);
    const isInTime = fact.seq <= last || fact.kind.startsWith('key-');
    if (isInTime && belongs(fact)) lines.push(decoder.decode(stored.bytes));
  }
  return lines;
}
