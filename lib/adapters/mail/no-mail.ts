// The mail of a deployment whose operator has named no sender: it says so, and what to set.
import { Refusal } from '../../model/refusal.ts';
import type { Mail } from '../../ports/mail.ts';

export const noMail: Mail = {
  outbox: null,
  isSetUp: false,
  send: async () => {
    throw new Refusal('mail-not-set-up', {
      fr: 'Cette installation n’envoie pas de courriel : aucun code n’est parti. Prouvez une identité par une signature ou par le compte de la forge ; ouvrez un lien avec un code sur papier ; ou demandez à l’opérateur de régler l’expéditeur (COMMUNS_MAIL_FROM).',
      en: 'This installation sends no mail: no code has left. Prove an identity by a signature or by the account of the forge; open a link with a code on paper; or ask the operator to set the sender (COMMUNS_MAIL_FROM).',
    });
  },
};
