// Finance fixes what a statement will say; another person issues it.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { prepareStatement as prepare } from '../lib/use-cases/prepare-statement.ts';
import { addresses } from '../web/addresses.ts';
import { id, optional, year } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';
import type { Done } from './show-statement.ts';

export const prepareStatement = endpoint({
  method: 'POST',
  path: addresses.financeStatements,
  audience: 'finance',
  need: [...toAppend, 'readDirectory', 'sealedFiles'],
  input: z.object({
    ...{ company: id, year },
    scheme: z.string().min(1).max(60),
    reading: optional(z.string().max(60)),
  }),
  run: async (ports, { company, year: fiscalYear, scheme, reading }, session) => {
    requireHeld(session, 'finance', 'company', company);
    const { prepared, issuedAs } = await prepare(withNames(ports), {
      ...{ company, fiscalYear, scheme, by: session.person },
      ...(reading === undefined ? {} : { reading }),
    });
    const done: Done = issuedAs === null ? 'prepared' : 'same';
    return { redirect: `${addresses.financeStatement(company, issuedAs ?? `p-${prepared}`)}?done=${done}` };
  },
});
