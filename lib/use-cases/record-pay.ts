// Finance or HR gives what people cost, the time that cost is spread over, and money received: only what changed is written.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { type DeclaredPay, readPay } from '../intake/declarations/pay.ts';
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { isSame, say } from './declare.ts';
import { developersOf } from './developers-of.ts';
import { nameOfSubsidy, payOnFile, subsidiesOnFile } from './pay-on-file.ts';
import { bookKeyOwner, companyBook, developerKeyOwner } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';

export type PayPorts = AppendPorts & Pick<Ports, 'directory' | 'saltKeys'>;

const nameOfPay = ({ developer, period }: Pay): string => `${developer} ${period.from}`;

/** What does not stand as declared, in order of names; all that bears one name together, for it replaces what bore it. */
function changed<T extends Pay | Subsidy>(
  declared: readonly T[],
  onFile: readonly T[],
  nameOf: (one: T) => string,
): T[] {
  const stood = Map.groupBy(onFile, nameOf);
  return [...Map.groupBy(declared, nameOf)]
    .filter(([name, ones]) => !isSame(ones, stood.get(name) ?? []))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ones]) => ones);
}

const payOf =
  (developers: ReadonlyMap<string, string>) =>
  ({ matricule, ...pay }: DeclaredPay): Pay => ({ developer: developers.get(matricule)!, ...pay });

async function payRows(ports: Pick<Ports, 'saltKeys'>, company: string, pay: readonly Pay[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of pay) {
    const key = await ports.saltKeys.of(developerKeyOwner(company, one.developer));
    rows.push({ row: one as unknown as Json, position: nameOfPay(one), key });
  }
  return rows;
}

/**
 * @param asked `company`: its id; `by`: `pe-…`
 * @returns lines of pay, subsidies and reimbursements that were new, and those that stood
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`, `unknown-developer`
 */
export async function recordPay(
  ports: PayPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  const book = companyBook(company);
  const { declaration, notes } = readDeclaration(readPay(file));
  const state = await readBook(ports, book);
  latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  await requireAtCompany(ports, company, by, ['pay', 'finance']);
  const matricules = declaration.pay.map(({ matricule }) => matricule);
  const declared = declaration.pay.map(payOf(await developersOf(ports, company, matricules)));

  const pay = changed(declared, await payOnFile(ports, state), nameOfPay);
  if (pay.length > 0) {
    const people = new Set(pay.map(({ developer }) => developer)).size;
    const rows = await payRows(ports, company, pay);
    await say(ports, state, { book, by, kind: 'pay-recorded', data: { people }, rows });
  }
  const subsidies = changed(declaration.subsidies, await subsidiesOnFile(ports, state), nameOfSubsidy);
  if (subsidies.length > 0) {
    const key = await ports.saltKeys.of(bookKeyOwner(book));
    const rows = subsidies.map((one): Row => ({ row: one as unknown as Json, position: nameOfSubsidy(one), key }));
    await say(ports, state, { book, by, kind: 'subsidy-declared', data: {}, rows });
  }
  const written = pay.length + subsidies.length;
  return { written, unchanged: declared.length + declaration.subsidies.length - written, notes };
}
