// Home: what awaits whoever is signed in, in each of her roles; for everybody else, what Communs is.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showHome as show } from '../lib/use-cases/show-home.ts';
import { addresses } from '../web/addresses.ts';
import { renderHome } from '../web/home.ts';
import { frameOf } from './frame-of.ts';
import { toRead, withNames } from './need.ts';

export const showHome = endpoint({
  method: 'GET',
  path: addresses.home,
  audience: 'public',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({}),
  run: async (ports, _asked, visitor) => {
    const { person, roles } = visitor;
    const cards = person === null ? [] : await show(withNames(ports), { person, roles });
    return { html: renderHome({ cards }, frameOf(visitor)) };
  },
});
