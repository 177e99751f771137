// HR says whom the company lends to which foundation, from when to when and under which papers; developers are enrolled with it.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { type DeclaredSecondment, readSecondments } from '../intake/declarations/secondments.ts';
import { canonicalBytes } from '../ledger/canonical.ts';
import type { FactData } from '../ledger/kinds.ts';
import type { ProfileView, SecondmentView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { leastHeadcount } from '../rules/lender-headcount.ts';
import { ruleSet } from '../rules/rule-set.ts';
import type { AppendPorts } from './append.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { declare, isSame, say } from './declare.ts';
import { addressIdentity, proposeIdentity } from './identities.ts';
import { companyBook, enrolMatricule, registryBook } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { giveRoles, requireAtCompany } from './roles.ts';
import { laterMembers } from './statement-sources.ts';
import { unknownInRegistry } from './unknown-in-registry.ts';

export type SecondmentPorts = AppendPorts & Pick<Ports, 'directory' | 'saltKeys'>;

/** Kind `lender` of the tenant `foundationTenant(id)` in the directory: the companies that lent somebody to it, by id. */
export const foundationTenant = (foundation: string): string => `foundation/${foundation}`;

/** @throws Refusal `unknown-foundation`, `unknown-project`, with all that are missing */
async function checkKnown(ports: BookPorts, secondments: readonly DeclaredSecondment[]): Promise<void> {
  const registry = await readBook(ports, registryBook);
  const missing = async (partition: 'foundations' | 'projects', ids: readonly string[]): Promise<string> =>
    (await unknownInRegistry(registry, partition, ids)).join(', ');
  const foundations = await missing(
    'foundations',
    secondments.map(({ foundation }) => foundation),
  );
  if (foundations !== '') {
    throw new Refusal('unknown-foundation', {
      fr: `Ces fondations ne sont pas au registre : ${foundations}. Corrigez la colonne Fondation, ou faites-les inscrire par le registre (« communs registry »). Rien n’a été enregistré.`,
      en: `These foundations are not in the registry: ${foundations}. Correct the column Foundation, or have the registrar enter them ('communs registry'). Nothing was saved.`,
    });
  }
  const projects = await missing(
    'projects',
    secondments.flatMap((one) => one.projects),
  );
  if (projects !== '') {
    throw new Refusal('unknown-project', {
      fr: `Ces projets ne sont pas au registre : ${projects}. Corrigez la colonne Projets, ou faites-les inscrire par le registre (« communs registry »). Rien n’a été enregistré.`,
      en: `These projects are not in the registry: ${projects}. Correct the column Projects, or have the registrar enter them ('communs registry'). Nothing was saved.`,
    });
  }
}

/** Names and addresses go to the directory; an address is a proposal, for she alone says that commits are hers. */
async function enrolDevelopers(
  ports: SecondmentPorts,
  asked: { readonly company: string; readonly by: string },
  secondments: readonly DeclaredSecondment[],
): Promise<ReadonlyMap<string, string>> {
  const { company, by } = asked;
  const developers = new Map<string, string>();
  for (const [matricule, lines] of Map.groupBy(secondments, (line) => line.matricule)) {
    const emails = [...new Set(lines.flatMap((line) => line.emails))];
    const { developer } = await enrolMatricule(ports, company, matricule, lines.at(-1)!.name, emails);
    developers.set(matricule, developer);
    await giveRoles(ports, developer, company, ['developer']);
    for (const address of emails) {
      await proposeIdentity(ports, company, {
        ...{ developer, ...(await addressIdentity(ports, address)), address, source: 'employer', because: null },
        ...{ since: null, until: null, vouchedAt: null, by },
      });
    }
    await declare(ports, {
      book: companyBook(company),
      by,
      kind: 'developer-enrolled',
      data: { developer },
      standing: async (state) => ((await state.get(`developers/${developer}`)) === null ? null : { developer }),
    });
  }
  return developers;
}

type Agreed = FactData<'secondment-agreed'>;

/** The same loan of the same person keeps its id, whatever becomes of its end and its papers. */
function agreedOf(ports: Pick<Ports, 'primitives'>, developer: string, declared: DeclaredSecondment): Agreed {
  const { matricule: _matricule, name: _name, emails: _emails, ...loan } = declared;
  const { foundation, from } = loan;
  const projects = [...new Set(loan.projects)].sort();
  const digest = toHex(ports.primitives.sha256(canonicalBytes({ developer, foundation, projects, from })));
  const workingDays = loan.workingDays === null ? null : [...loan.workingDays];
  return { ...loan, secondment: `se-${digest.slice(0, 16)}`, developer, projects, workingDays };
}

/** Only its end came earlier: it is ended, and what was agreed stays as it was signed. */
const isShortened = (agreed: Agreed, stood: Agreed): boolean =>
  agreed.to !== null && (stood.to === null || agreed.to < stood.to) && isSame({ ...stood, to: agreed.to }, agreed);

/** @returns whether the book said something else */
async function agree(ports: AppendPorts, book: string, by: string, agreed: Agreed): Promise<boolean> {
  const state = await readBook(ports, book);
  const view = (await state.get(`secondments/${agreed.secondment}`)) as unknown as SecondmentView | null;
  if (view !== null) {
    const { seq: _seq, at: _at, by: _by, endedOn, ...stood } = view;
    const now: Agreed = { ...stood, ...laterMembers(stood), to: endedOn ?? stood.to };
    if (isSame(now, agreed)) return false;
    if (isShortened(agreed, now)) {
      const data = { secondment: agreed.secondment, on: agreed.to! };
      await say(ports, state, { book, by, kind: 'secondment-ended', data });
      return true;
    }
  }
  await say(ports, state, { book, by, kind: 'secondment-agreed', data: agreed });
  return true;
}

/** The headcount is declared nowhere, and is not guessed: whoever signs keeps the proof. */
function headcountNotes(secondments: readonly DeclaredSecondment[]): Bilingual[] {
  const asked = secondments.filter((one) => leastHeadcount(ruleSet, one) > 0);
  const first = asked[0];
  if (first === undefined) return [];
  const least = leastHeadcount(ruleSet, first);
  const people = [...new Set(asked.map(({ matricule }) => matricule))].join(', ');
  return [
    {
      fr: `Convention d’avant le 17 avril 2024 (${people}) : un prêt gratuit demandait alors un prêteur d’au moins ${least} salariés, ou de ce groupe (C. trav., L. 8241-3). L’effectif n’est pas demandé ici et rien n’est écarté : gardez-en la preuve.`,
      en: `Agreement from before 17 April 2024 (${people}): a free loan then asked for a lender of at least ${least} employees, or of such a group (C. trav., L. 8241-3). The headcount is not asked here and nothing is refused: keep the proof of it.`,
    },
  ];
}

/**
 * A line that a later file leaves out stands; one with an earlier end is ended on that day, its last.
 * @param asked `company`: its id; `by`: `pe-…` of HR
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`, `unknown-foundation`, `unknown-project`
 */
export async function agreeSecondments(
  ports: SecondmentPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  const book = companyBook(company);
  const { declaration, notes } = readDeclaration(readSecondments(file));
  const { secondments } = declaration;
  latestProfile((await (await readBook(ports, book)).get('profile')) as unknown as ProfileView | null);
  await requireAtCompany(ports, company, by, ['hr']);
  await checkKnown(ports, secondments);
  const developers = await enrolDevelopers(ports, asked, secondments);
  let written = 0;
  for (const declared of secondments) {
    const { foundation, matricule } = declared;
    await ports.directory.put(foundationTenant(foundation), 'lender', company, { company }, false);
    if (await agree(ports, book, by, agreedOf(ports, developers.get(matricule)!, declared))) written += 1;
  }
  const headcount = headcountNotes(secondments);
  return { written, unchanged: secondments.length - written, notes: [...notes, ...headcount] };
}
