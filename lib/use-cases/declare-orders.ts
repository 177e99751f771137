// HR declares orders to work on a day off, and takes back what was wrong: what was ordered beforehand may count.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { readOrders } from '../intake/declarations/orders.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isMayDay } from '../rules/refusals/working-day.ts';
import { nameOfOrder, type OrderRow, orderRows } from './admission-on-file.ts';
import { readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { declareRows, type RowPorts } from './declare-rows.ts';
import { developersOf } from './developers-of.ts';
import { companyBook } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';

/**
 * @param asked `company`: its id; `by`: `pe-…` of HR
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`, `unknown-developer`
 */
export async function declareOrders(
  ports: RowPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const { declaration, notes } = readDeclaration(readOrders(file));
  const state = await readBook(ports, companyBook(company));
  latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  const { orders } = declaration;
  const developers = await developersOf(
    ports,
    company,
    orders.map(({ matricule }) => matricule),
  );
  const declared = orders.map(
    ({ matricule, ...order }): OrderRow => ({ developer: developers.get(matricule)!, ...order }),
  );
  const onFile = await orderRows(ports, state);
  const said = { by, company, kind: 'work-ordered' } as const;
  const written = await declareRows(ports, state, said, { declared, onFile, nameOf: nameOfOrder });
  const mayDays = orders.some(({ day, stands }) => stands && isMayDay(day)) ? [neverOnMayDay] : [];
  return { written, unchanged: declared.length - written, notes: [...notes, ...mayDays] };
}

const neverOnMayDay = {
  fr: 'Un ordre pour le 1er mai est gardé et ne lève rien : ce jour n’est jamais compté (C. trav., L. 3133-4).',
  en: 'An order for 1 May is kept and lifts nothing: that day never counts (C. trav., L. 3133-4).',
};
