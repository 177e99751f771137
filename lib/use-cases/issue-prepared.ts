// Issues the very preparation that somebody looked at: if a later one has come since, she looks at that one first.
import { Refusal } from '../model/refusal.ts';
import { readBook } from './book-state.ts';
import { askedAgain, type Issued, type IssuePorts, issueStatement } from './issue-statement.ts';
import { companyBook } from './people.ts';
import { findPreparedOrIssued, statementId, statementsOf } from './statements-of.ts';

/**
 * @param asked `statement`: as addresses have it
 * @throws Refusal `unknown-statement`, `books-moved`, and those of `issueStatement`
 */
export async function issuePrepared(
  ports: IssuePorts,
  asked: { readonly company: string; readonly statement: string; readonly by: string },
): Promise<Issued> {
  const { company, by } = asked;
  const state = await readBook(ports, companyBook(company));
  const { prepared, issued } = await findPreparedOrIssued(state, asked.statement);
  const current = (await statementsOf(state)).map(statementId);
  if (issued === null && !current.includes(asked.statement)) {
    throw new Refusal('books-moved', {
      fr: 'Cet état a été préparé de nouveau depuis : ouvrez la dernière préparation depuis la page États certifiés, relisez-la, puis émettez.',
      en: 'This statement was prepared again since: open the last preparation from the page Statements, read it, then issue.',
    });
  }
  return issueStatement(ports, { ...askedAgain(company, prepared), by, prepared: prepared.seq });
}
