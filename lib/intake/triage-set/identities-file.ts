// Addresses that somebody takes to be one person's: proposals to whoever declared one of them, and never a link.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';

const line = z.object({
  bot: z.boolean().default(false),
  emails: z.array(z.object({ email: z.string() })),
});

/**
 * @param text one JSON object a line: `{"person": …, "bot": false, "emails": [{"email": …}]}`
 * @returns for each person that is no machine, her addresses
 * @throws Refusal `invalid-declaration`, naming the line
 */
export function readSetIdentities(text: string): readonly (readonly string[])[] {
  return text.split('\n').flatMap((json, at) => {
    if (json.trim() === '') return [];
    try {
      const { bot, emails } = line.parse(JSON.parse(json));
      return bot ? [] : [emails.map(({ email }) => email)];
    } catch (cause) {
      throw new Refusal(
        'invalid-declaration',
        {
          fr: `Le fichier des identités, ligne ${at + 1}, ne se lit pas. Il faut un objet JSON par ligne, avec « emails ».`,
          en: `The file of identities, line ${at + 1}, cannot be read. It takes one JSON object a line, with 'emails'.`,
        },
        { cause },
      );
    }
  });
}
