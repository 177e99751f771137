// HR says how a file that she has sent is to be read; what she said is carried on in the address.
import { endpoint } from '../lib/edge/endpoint.ts';
import { chooseReading as choose } from '../lib/use-cases/choose-reading.ts';
import { addresses } from '../web/addresses.ts';
import { choiceFields, choiceSaid } from './choice-fields.ts';
import { id, sha256, year } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';

export const chooseReading = endpoint({
  method: 'POST',
  path: '/hr/previews/{company}/{year}/{sha256}/choices',
  audience: 'hr',
  need: [...toRead, 'clock', 'directory', 'sealedFiles'],
  input: choiceFields.extend({ company: id, year, sha256 }),
  run: async (ports, asked, session) => {
    const { company, year: ofDays, sha256: file, choices = null, next } = asked;
    requireHeld(session, 'hr', 'company', company);
    const said = choiceSaid(asked);
    const made = await choose(ports, {
      ...{ company, by: session.person, year: ofDays, sha256: file, choices, said },
    });
    const address = (next === 'change' ? addresses.hrChange : addresses.hrPreview)(company, ofDays, file);
    const isToKeep = said.what === 'layout' && said.keepAs !== null;
    const query = new URLSearchParams({
      ...(made.choices === null ? {} : { choices: made.choices }),
      just: !isToKeep ? said.what : made.kept === null ? 'not-kept' : 'kept',
    });
    return { redirect: `${address}?${query}` };
  },
});
