// HR vouches that addresses belong to its developers. It stays a proposal until she accepts it: her identity is hers to link.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { readIdentities } from '../intake/declarations/identities.ts';
import { causeOf } from '../ledger/fact.ts';
import type { Day } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { developersOf } from './developers-of.ts';
import { type AuthorPorts, addressIdentity, proposalOf, proposeIdentity } from './identities.ts';
import { identityHistory } from './identity-history.ts';
import { letGo } from './identity-holders.ts';
import { personBook } from './people.ts';
import { allPidsOf } from './pids.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';

export type VouchPorts = AppendPorts & AuthorPorts & Pick<Ports, 'directory'>;

/** An employer may end its own word, from a day on; what she proved herself is not its to end. */
async function endWord(
  ports: VouchPorts,
  { company, by }: { readonly company: string; readonly by: string },
  { developer, author }: { readonly developer: string; readonly author: string },
  until: Day,
): Promise<void> {
  await inTurn(await allPidsOf(ports, company, developer), async (pid) => {
    const { proven, intervals } = await identityHistory(ports, personBook(pid), author);
    const isOwnWord = (one: (typeof intervals)[number]): boolean => one.proof === 'vouched' && one.company === company;
    if (!intervals.some((one) => isOwnWord(one) && (one.until === null || one.until > until))) return;
    if (!intervals.some((one) => !isOwnWord(one) && one.until === null)) await letGo(ports, author, pid);
    const intent = { actor: company, act: 'vouch-no-longer', on: { author, until }, after: proven };
    const cause = causeOf(ports.primitives.sha256, intent);
    await append(ports, { book: personBook(pid), cause, dependsOn: [] }, async () => ({
      kind: 'identity-withdrawn' as const,
      by,
      data: { author, until, company },
    }));
  });
}

/**
 * Writes to the directory alone, unless a last day ends what was vouched for and accepted before.
 * @param asked `company`: its id; `by`: `pe-…` of HR
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-developer`
 */
export async function vouchIdentities(
  ports: VouchPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const { declaration, notes } = readDeclaration(readIdentities(file));
  const { identities } = declaration;
  const developers = await developersOf(
    ports,
    company,
    identities.map(({ matricule }) => matricule),
  );
  const vouchedAt = new Date(ports.clock.now()).toISOString();
  let written = 0;
  for (const { matricule, address, since, until } of identities) {
    const developer = developers.get(matricule)!;
    const identity = await addressIdentity(ports, address);
    const { author } = identity;
    if (until !== null) await endWord(ports, asked, { developer, author }, until);
    const stood = await proposalOf(ports, company, { developer, author });
    if (stood?.since === since && stood.until === until) continue;
    const days = { since, until, vouchedAt };
    await proposeIdentity(ports, company, {
      ...{ developer, ...identity, address, source: 'employer', because: null, ...days, by },
    });
    written += 1;
  }
  return { written, unchanged: identities.length - written, notes };
}
