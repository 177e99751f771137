// The auditor downloads a file of the statement, at the level of her link.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { fileForAuditor } from '../lib/use-cases/file-for-auditor.ts';
import { id } from './fields.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';
import { linkFileName, typeOf } from './statement-file.ts';

export const downloadLinkFile = endpoint({
  method: 'GET',
  path: '/auditor/{link}/files/{name}',
  audience: 'auditor',
  need: [...toReadSealed, ...toCheckIssued, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id, name: linkFileName }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'auditor', 'link', asked.link);
    const { name } = asked;
    return behindLink(session, async () => {
      const file = await fileForAuditor(withSealed(withNames(ports)), { ...asked, language: session.language });
      return { file: file.bytes, name: file.name, type: typeOf(name) };
    });
  },
});
