// HR: whom it may erase, for whom it was asked, and who was erased.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showErasures } from '../lib/use-cases/show-erasures.ts';
import { addresses } from '../web/addresses.ts';
import { renderHrErasures } from '../web/hr-erasures.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace } from './held.ts';
import { toRead, withNames } from './need.ts';

const done = {
  asked: {
    fr: 'La demande est enregistrée. Rien n’est encore effacé : une autre personne des ressources humaines ouvre la même page et exécute l’effacement.',
    en: 'The request is recorded. Nothing is erased yet: another person of HR opens the same page and carries the erasure out.',
  },
  erased: {
    fr: 'L’effacement est décidé et s’exécute. Notez l’identifiant ci-dessous s’il vous faut une preuve : plus rien d’autre ne mène à cette personne.',
    en: 'The erasure is decided and being carried out. Note the identifier below if you need a proof: nothing else leads to this person any more.',
  },
} as const;

export const listErasures = endpoint({
  method: 'GET',
  path: addresses.hrErasures,
  audience: 'hr',
  need: [...toRead, 'readDirectory'],
  input: z.object({ company: optional(id), done: optional(z.enum(['asked', 'erased'])) }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'hr', 'company', asked.company);
    const view = await showErasures(withNames(ports), company);
    const notice = asked.done === undefined ? null : done[asked.done];
    return { html: renderHrErasures({ ...view, notice }, frameOf(session)) };
  },
});
