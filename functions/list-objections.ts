// The registrar: which outside authors objected, and the form that upholds another objection.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showObjections } from '../lib/use-cases/show-objections.ts';
import { addresses } from '../web/addresses.ts';
import { renderRegistrarObjections } from '../web/registrar-objections.ts';
import { optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { toRead } from './need.ts';

const upheld = {
  fr: 'Il est fait droit à l’opposition : ses contributions, son nom et son adresse s’effacent de tous les dépôts, et ne seront plus relevés.',
  en: 'The objection is upheld: her contributions, her name and her address are being erased from all repositories, and will be pulled no more.',
};

export const listObjections = endpoint({
  method: 'GET',
  path: addresses.registrarObjections,
  audience: 'registrar',
  need: toRead,
  input: z.object({ done: optional(z.literal('upheld')) }),
  run: async (ports, { done }, session) => {
    const view = { ...(await showObjections(ports)), notice: done === undefined ? null : upheld };
    return { html: renderRegistrarObjections(view, frameOf(session)) };
  },
});
