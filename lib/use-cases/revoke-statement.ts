// Finance takes a statement back without another in its place: whoever asks for its status is told, the text stays.
import { causeOf } from '../ledger/fact.ts';
import { Refusal } from '../model/refusal.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { findStatement } from './read-statement.ts';
import { requireFinance } from './roles.ts';

/**
 * From `issued` alone: what was replaced stays replaced, and a second time is answered with the first.
 * @throws Refusal `not-allowed`, `unknown-statement`, `statement-replaced`
 */
export async function revokeStatement(
  ports: AppendPorts & DirectoryPorts,
  asked: { readonly company: string; readonly by: string; readonly number: string },
): Promise<Appended> {
  const { company, by, number } = asked;
  await requireFinance(ports, company, by);
  const cause = causeOf(ports.primitives.sha256, {
    actor: company,
    act: 'revoke-statement',
    on: { number },
    after: null,
  });
  return append(ports, { book: companyBook(company), cause, dependsOn: ['statement-issued'] }, async (state) => {
    const { replacedBy } = await findStatement(state, number);
    if (replacedBy !== null) throw alreadyReplaced(number, replacedBy);
    return { kind: 'statement-revoked' as const, by, data: { number } };
  });
}

const alreadyReplaced = (number: string, replacedBy: string): Refusal =>
  new Refusal('statement-replaced', {
    fr: `L’état ${number} est déjà remplacé par ${replacedBy} : il n’est plus en cours. Pour ne plus rien attester, révoquez ${replacedBy}.`,
    en: `Statement ${number} is already replaced by ${replacedBy}: it stands no more. To state nothing any more, revoke ${replacedBy}.`,
  });
