// The developer: her months at each of her employers, and which of them await her.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { companyName } from '../lib/use-cases/names.ts';
import { showMonths } from '../lib/use-cases/show-months.ts';
import { addresses } from '../web/addresses.ts';
import { renderDeveloperMonths } from '../web/developer-months.ts';
import { frameOf } from './frame-of.ts';
import { heldAt } from './held.ts';
import { toRead } from './need.ts';

export const listMonths = endpoint({
  method: 'GET',
  path: addresses.developerMonths,
  audience: 'developer',
  need: [...toRead, 'clock'],
  input: z.object({}),
  run: async (ports, _asked, session) => {
    const companies = heldAt(session, 'developer', 'company');
    const months = await Promise.all(
      companies.map((company) => showMonths(ports, { company, developer: session.person })),
    );
    const newestFirst = months.flat().sort((a, b) => (a.month > b.month ? -1 : 1));
    const employers = await Promise.all(companies.map((company) => companyName(ports, company)));
    return { html: renderDeveloperMonths({ months: newestFirst, employers }, frameOf(session)) };
  },
});
