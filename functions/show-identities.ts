// The developer: her identities at one employer. Nobody but herself can ask for them.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { showIdentities as show } from '../lib/use-cases/show-identities.ts';
import { addresses } from '../web/addresses.ts';
import { renderDeveloperIdentities } from '../web/developer-identities.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace } from './held.ts';
import { returnTo } from './identity-fields.ts';
import { toRead, withNames } from './need.ts';

/** What her last act did. */
const done = {
  linked: {
    fr: 'Cette identité est rattachée : ses contributions pourront être placées à côté de vos heures.',
    en: 'This identity is linked: its contributions can be set beside your hours.',
  },
  refused: {
    fr: 'Cette identité est écartée : elle n’est plus cherchée pour vous.',
    en: 'This identity is put aside: it is no longer looked for in your name.',
  },
  unlinked: {
    fr: 'Cette identité est détachée : à partir de maintenant, ce qu’elle fait ces jours-là ne parle plus de vous.',
    en: 'This identity is unlinked: from now on, what it does on those days says nothing about you.',
  },
  begun: {
    fr: 'La preuve est commencée : terminez-la ci-dessous.',
    en: 'The proof is begun: finish it below.',
  },
  searched: {
    fr: 'La recherche est faite : ce qui a été trouvé est parmi les propositions.',
    en: 'The search is done: what was found is among the proposals.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type IdentityDone = keyof typeof done;

export const showIdentities = endpoint({
  method: 'GET',
  path: addresses.developerIdentities,
  audience: 'developer',
  need: [...toRead, 'readDirectory', 'saltKeys', 'clock', 'installation', 'mail', 'forgeKeys', 'forgeLogin'],
  input: z.object({
    company: optional(id),
    done: optional(z.enum(Object.keys(done) as [IdentityDone, ...IdentityDone[]])),
  }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'developer', 'company', asked.company);
    const view = await show(withNames(ports), { company, developer: session.person, returnTo: returnTo(session) });
    const notice = asked.done === undefined ? null : done[asked.done];
    return { html: renderDeveloperIdentities({ ...view, notice }, frameOf(session)) };
  },
});
