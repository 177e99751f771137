// Is a statement's number ours, and does it stand: all that anyone may ask without the file.
import type { StatementView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook, companyOf, type DirectoryPorts } from './people.ts';

interface NumberAsked {
  readonly siren: string;
  readonly number: string;
}

/** @returns null for a SIREN that nobody here has: whether it is wrong or not enrolled is the same */
async function companyWith(ports: DirectoryPorts, siren: string): Promise<string | null> {
  try {
    return await companyOf(ports, siren);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Nothing of its amounts, its people or its company's name. */
export async function lookUpNumber(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  { siren, number }: NumberAsked,
) {
  const company = await companyWith(ports, siren);
  const state = company === null ? null : await readBook(ports, companyBook(company));
  const view = (state === null ? null : await state.get(`statements/${number}`)) as unknown as StatementView | null;
  if (view === null) return { kind: 'unknown' as const };
  return {
    kind: 'number' as const,
    ...{ number, state: view.state, replacedBy: view.replacedBy },
    issuedOn: parisDayOf(Date.parse(view.at)),
    asOf: new Date(ports.clock.now()).toISOString(),
    jwsSha256: view.jws,
  };
}
