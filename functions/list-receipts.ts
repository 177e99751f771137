// The foundation: gifts of work that await its receipt, and the receipts that it issued.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showReceipts } from '../lib/use-cases/show-receipts.ts';
import { addresses } from '../web/addresses.ts';
import { renderFoundationReceipts } from '../web/foundation-receipts.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

const issued = {
  fr: 'Le reçu est délivré, scellé et daté d’aujourd’hui. L’entreprise le télécharge aussi, à la page de son état.',
  en: 'The receipt is issued, sealed and dated today. The company downloads it too, on the page of its statement.',
};

export const listReceipts = endpoint({
  method: 'GET',
  path: addresses.foundationReceipts,
  audience: 'foundation',
  need: [...toReadSealed, 'readDirectory', 'clock'],
  input: z.object({ foundation: optional(id), done: optional(z.literal('issued')) }),
  run: async (ports, asked, session) => {
    const foundation = chosenPlace(session, 'foundation', 'foundation', asked.foundation);
    const view = await showReceipts(withSealed(withNames(ports)), { foundation, by: session.person });
    const notice = asked.done === undefined ? null : issued;
    return { html: renderFoundationReceipts({ ...view, notice }, frameOf(session)) };
  },
});
