// Anyone: is this file what was signed. Answered by the page at once; nothing is kept.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { uploadedFile } from '../lib/edge/form-input.ts';
import { verifyUpload } from '../lib/use-cases/verify-upload.ts';
import { addresses } from '../web/addresses.ts';
import { renderVerify } from '../web/verify.ts';
import { frameOf } from './frame-of.ts';
import { toProve, toRead } from './need.ts';

export const verifyFile = endpoint({
  method: 'POST',
  path: addresses.verify,
  audience: 'public',
  need: [...toRead, ...toProve, 'clock', 'statementKeys'],
  input: z.object({ statement: uploadedFile, status: uploadedFile.optional(), keys: uploadedFile.optional() }),
  run: async (ports, { statement, status, keys }, visitor) => {
    const upload = { statement: statement.bytes, status: status?.bytes ?? null, keys: keys?.bytes ?? null };
    const answer = { ...(await verifyUpload(ports, upload)), fileName: statement.name };
    return { html: renderVerify({ siren: '', number: '', sha256: '', answer }, frameOf(visitor)) };
  },
});
