// The auditor downloads her sample as a workbook, with empty columns for what she finds.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { linkSampleFile } from '../lib/use-cases/show-link-sample.ts';
import { id, optional, sampleMethod, sampleSize, sampleWord } from './fields.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';
import { typeOf } from './statement-file.ts';

export const downloadLinkSample = endpoint({
  method: 'GET',
  path: '/auditor/{link}/sample/sample.xlsx',
  audience: 'auditor',
  need: [...toReadSealed, ...toCheckIssued, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id, method: sampleMethod, size: sampleSize, word: optional(sampleWord) }),
  run: async (ports, { link, word = '', ...drawn }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => {
      const asked = { link, wanted: { ...drawn, word }, language: session.language };
      const file = await linkSampleFile(withSealed(withNames(ports)), asked);
      return { file, name: 'sample.xlsx', type: typeOf('statement.xlsx') };
    });
  },
});
