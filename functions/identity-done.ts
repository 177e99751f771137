// What a developer's last act on her identities did, said once on her page.
import type { Bilingual } from '../lib/model/text.ts';

export const identityDone = {
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
export type IdentityDone = keyof typeof identityDone;
