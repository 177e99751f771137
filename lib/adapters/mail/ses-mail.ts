// The mail of the cloud: Amazon SES, from the one address that the operator named.
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { Refusal } from '../../model/refusal.ts';
import type { Mail } from '../../ports/mail.ts';
import { noMail } from './no-mail.ts';

/** What SES says of one message or of a moment; anything else (a sender that is not verified, say) is the operator's to mend: a fault. */
const notTaken: ReadonlySet<string> = new Set([
  'MessageRejected',
  'BadRequestException',
  'LimitExceededException',
  'TooManyRequestsException',
]);

const notSent = (cause: unknown): Refusal =>
  new Refusal(
    'mail-not-sent',
    {
      fr: 'Le service de courriel n’a pas pris le message : aucun code n’est parti. Vérifiez l’adresse et recommencez dans quelques minutes, ou passez par une autre voie.',
      en: 'The mail service did not take the message: no code has left. Check the address and try again in some minutes, or go another way.',
    },
    { cause },
  );

/** @param from empty: nobody named a sender */
export function sesMail(from: string): Mail {
  if (from === '') return noMail;
  const ses = new SESv2Client({});
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return {
    outbox: null,
    isSetUp: true,
    send: async ({ to, subject, text }) => {
      const Content = { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } };
      const command = new SendEmailCommand({ FromEmailAddress: from, Destination: { ToAddresses: [to] }, Content });
      try {
        await ses.send(command);
      } catch (error) {
        throw error instanceof Error && notTaken.has(error.name) ? notSent(error) : error;
      }
    },
  };
}
