// The registrar upholds the objection of an outside author; whoever follows the registry carries the erasure out.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { Refusal } from '../lib/model/refusal.ts';
import { decideObjection } from '../lib/use-cases/uphold-objection.ts';
import { addresses } from '../web/addresses.ts';
import { toAppend, withNames } from './need.ts';

const author = z
  .string()
  .trim()
  .max(320)
  .regex(/^(?:\S+@\S+|[0-9a-f]{64})$/);

const typedOtherwise = (): Refusal =>
  new Refusal('invalid-input', {
    fr: 'L’adresse tapée la seconde fois n’est pas la première : rien n’a été fait. Revenez au formulaire et tapez deux fois la même.',
    en: 'The address typed the second time is not the first one: nothing was done. Go back to the form and type the same one twice.',
  });

export const upholdObjection = endpoint({
  method: 'POST',
  path: addresses.registrarObjections,
  audience: 'registrar',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: z.object({ author, again: author }),
  run: async (ports, { author: given, again }, session) => {
    if (given !== again) throw typedOtherwise();
    await decideObjection(withNames(ports), { author: given, by: session.person });
    return { redirect: `${addresses.registrarObjections}?done=upheld` };
  },
});
