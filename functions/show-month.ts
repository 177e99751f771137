// The developer: one month, day by day. Nobody but herself can ask for it.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { showMonth as show } from '../lib/use-cases/show-month.ts';
import { renderDeveloperMonth } from '../web/developer-month.ts';
import { id, month, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

/** What her last act did. */
const done = {
  checked: {
    fr: 'Votre vérification est enregistrée, à la date d’aujourd’hui.',
    en: 'Your check is recorded, as of today.',
  },
  contested: {
    fr: 'Votre contestation est enregistrée : votre employeur la voit. Ce temps attend, il n’est pas refusé.',
    en: 'What you contest is recorded: your employer sees it. This time waits, it is not refused.',
  },
  shown: {
    fr: 'C’est ajouté : qui est interrogé sur cette ligne le lira. Vos heures restent les mêmes.',
    en: 'It is added: whoever is asked about this line reads it. Your hours stay the same.',
  },
  'taken-back': {
    fr: 'C’est repris : personne ne le lit plus ici.',
    en: 'It is taken back: nobody reads it here any more.',
  },
  linked: {
    fr: 'Cette identité est liée : ses contributions pourront être placées à côté de vos heures.',
    en: 'This identity is linked: its contributions can be set beside your hours.',
  },
  refused: {
    fr: 'Cette identité est écartée : elle ne sera plus cherchée pour vous.',
    en: 'This identity is put aside: it is no longer looked for in your name.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Done = keyof typeof done;

export const showMonth = endpoint({
  method: 'GET',
  path: '/developer/months/{company}/{month}',
  audience: 'developer',
  need: [...toRead, 'clock', 'readDirectory', 'accessList'],
  input: z.object({ company: id, month, done: optional(z.enum(Object.keys(done) as [Done, ...Done[]])) }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'developer', 'company', asked.company);
    const view = await show(withNames(ports), { ...asked, developer: session.person });
    const notice = asked.done === undefined ? null : done[asked.done];
    return { html: renderDeveloperMonth({ ...view, notice }, frameOf(session)) };
  },
});
