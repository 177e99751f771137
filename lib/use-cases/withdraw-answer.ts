// A signatory takes the foundation's last answer about a share back: its time waits again, and both facts stay visible.
import { causeOf } from '../ledger/fact.ts';
import { type Month, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { monthWords } from './month-words.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { authorityOf } from './signatory.ts';

export interface WithdrawAnswer {
  /** A signatory of the same foundation, not necessarily who answered. */
  readonly by: string;
  readonly foundation: string;
  readonly company: string;
  readonly developer: string;
  readonly project: string;
  readonly month: Month;
}

/**
 * Taken back already, it answers with the fact that did: whoever heard no answer asks again.
 * @throws Refusal `not-a-signatory`, `own-hours`, `own-employer`, `unknown-project`, `nothing-to-withdraw` where nothing was ever answered
 */
export async function withdrawAnswer(ports: AppendPorts & DirectoryPorts, asked: WithdrawAnswer): Promise<Appended> {
  const { by: person, foundation, company, developer, project, month } = asked;
  const registry = await readBook(ports, registryBook);
  const today = parisDayOf(ports.clock.now());
  await authorityOf(ports, registry, { person, foundation, project, company, developer }, today);

  const book = companyBook(company);
  const { everAnswered } = await monthWords(ports, await readBook(ports, book), [month], developer);
  const last = everAnswered.findLast((answer) => answer.project === project && answer.foundation === foundation);
  if (last === undefined) {
    throw new Refusal('nothing-to-withdraw', {
      fr: `La fondation n’a pas répondu sur « ${project} » en ${month} pour cette personne. Rechargez la liste.`,
      en: `The foundation has given no answer on '${project}' in ${month} for this person. Reload the list.`,
    });
  }
  const { sha256 } = ports.primitives;
  // An answer is taken back once, whoever asks: its own name is the whole intent.
  const cause = causeOf(sha256, { actor: foundation, act: 'withdraw-answer', on: { cause: last.cause }, after: null });
  return append(ports, { book, cause, dependsOn: [] }, async () => ({
    kind: 'confirmation-withdrawn' as const,
    by: person,
    data: { cause: last.cause, developer, month },
  }));
}
