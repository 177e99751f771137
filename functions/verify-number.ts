// Anyone: is this number ours, or a file of this digest, and does it stand. Without a number, the page that asks.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { lookUpDigest } from '../lib/use-cases/look-up-digest.ts';
import { lookUpNumber } from '../lib/use-cases/look-up-number.ts';
import { addresses } from '../web/addresses.ts';
import { renderVerify } from '../web/verify.ts';
import { frameOf } from './frame-of.ts';
import { toRead, withNames } from './need.ts';

const typed = z.string().trim().max(40).default('');

export const verifyNumber = endpoint({
  method: 'GET',
  path: addresses.verify,
  audience: 'public',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({ siren: typed, number: typed, sha256: z.string().trim().toLowerCase().max(80).default('') }),
  run: async (ports, asked, visitor) => {
    const isAsked = asked.siren !== '' || asked.number !== '';
    const answer =
      asked.sha256 !== ''
        ? await lookUpDigest(ports, asked.sha256)
        : isAsked
          ? await lookUpNumber(withNames(ports), asked)
          : null;
    return { html: renderVerify({ ...asked, answer }, frameOf(visitor)) };
  },
});
