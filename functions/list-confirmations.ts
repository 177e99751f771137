// The foundation: what awaits its signatory, line by line, and her last answers.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showConfirmations } from '../lib/use-cases/show-confirmations.ts';
import { addresses } from '../web/addresses.ts';
import { renderFoundationList } from '../web/foundation-list.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace } from './held.ts';
import { toRead, withNames } from './need.ts';

const answered = {
  fr: 'Votre réponse est enregistrée, à la date d’aujourd’hui.',
  en: 'Your answer is recorded, as of today.',
};

export const listConfirmations = endpoint({
  method: 'GET',
  path: addresses.foundationList,
  audience: 'foundation',
  need: [...toRead, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ foundation: optional(id), done: optional(z.literal('answered')) }),
  run: async (ports, asked, session) => {
    const foundation = chosenPlace(session, 'foundation', 'foundation', asked.foundation);
    const view = await showConfirmations(withNames(ports), { foundation, by: session.person });
    const notice = asked.done === undefined ? null : answered;
    return { html: renderFoundationList({ ...view, notice }, frameOf(session)) };
  },
});
