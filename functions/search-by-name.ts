// The developer asks which other addresses commit under her name.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { proposeByName } from '../lib/use-cases/propose-by-name.ts';
import { addresses } from '../web/addresses.ts';
import { id } from './fields.ts';
import { herself, identitiesPage } from './identity-fields.ts';
import { toRead } from './need.ts';

export const searchByName = endpoint({
  method: 'POST',
  path: addresses.developerNameSearch,
  audience: 'developer',
  need: [...toRead, 'directory', 'saltKeys'],
  input: z.object({ company: id }),
  run: async (ports, { company }, session) => {
    await proposeByName(ports, herself(session, company));
    return identitiesPage(company, 'searched');
  },
});
