// Finance takes a statement back without another in its place: whoever asks for its status is told, the text stays.
import { causeOf } from '../ledger/fact.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { findStatement } from './read-statement.ts';
import { requireFinance } from './roles.ts';

/** @throws Refusal `not-allowed`, `unknown-statement` */
export async function revokeStatement(
  ports: AppendPorts & DirectoryPorts,
  asked: { readonly company: string; readonly by: string; readonly number: string },
): Promise<Appended> {
  const { company, by, number } = asked;
  await requireFinance(ports, company, by);
  await findStatement(ports, company, number);
  const cause = causeOf(ports.primitives.sha256, {
    actor: company,
    act: 'revoke-statement',
    on: { number },
    after: null,
  });
  return append(ports, { book: companyBook(company), cause, dependsOn: [] }, async () => ({
    kind: 'statement-revoked' as const,
    by,
    data: { number },
  }));
}
