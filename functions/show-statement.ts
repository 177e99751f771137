// Finance: one statement, prepared or issued, its files, and the links that open it.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { showStatement as show } from '../lib/use-cases/show-statement.ts';
import { renderFinanceStatement } from '../web/finance-statement.ts';
import { id, optional, statement } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';

/** What the last act did. */
const done = {
  prepared: {
    fr: 'L’état est préparé : ses chiffres sont fixés. Une autre personne des finances l’émet.',
    en: 'The statement is prepared: its figures are fixed. Another person of finance issues it.',
  },
  same: {
    fr: 'Rien n’a changé depuis cet état : il dit déjà exactement cela.',
    en: 'Nothing has changed since this statement: it says exactly this already.',
  },
  issued: {
    fr: 'L’état est émis et signé.',
    en: 'The statement is issued and signed.',
  },
  answered: {
    fr: 'La réponse est enregistrée : le vérificateur la lit sur sa page.',
    en: 'The answer is saved: the auditor reads it on her page.',
  },
  revoked: {
    fr: 'Le lien est retiré : il n’ouvre plus rien, dès maintenant.',
    en: 'The link is withdrawn: from now on it opens nothing.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Done = keyof typeof done;

export const showStatement = endpoint({
  method: 'GET',
  path: '/finance/statements/{company}/{statement}',
  audience: 'finance',
  need: [...toReadSealed, ...toCheckIssued, 'clock', 'readDirectory', 'accessList'],
  input: z.object({ company: id, statement, done: optional(z.enum(Object.keys(done) as [Done, ...Done[]])) }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'finance', 'company', asked.company);
    const view = await show(withSealed(withNames(ports)), { ...asked, by: session.person });
    const notice = asked.done === undefined ? null : done[asked.done];
    return { html: renderFinanceStatement({ ...view, madeLink: null, notice }, frameOf(session)) };
  },
});
