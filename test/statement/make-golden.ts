// Writes a new golden statement: node test/statement/make-golden.ts test/golden/statement-<n>. It never writes over one that is there.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import { statusPayload } from '../../lib/statement/status.ts';
import { cellsText } from './cells.ts';
import { issuedFiles } from './issued-files.ts';
import { build, sampleInput, sha256, sign } from './sample-statement.ts';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name the folder of the new golden statement.');
mkdirSync(folder);
const keys = mkdtempSync(join(tmpdir(), 'communs-golden-'));
const signer = localSigner(keys);
const { payload, disclosures } = build();
const jws = await sign(signer, 'communs-statement+jwt', payload);
const statement = createHash('sha256').update(jws).digest('hex');
const standing = { number: payload.number, statement, state: 'issued', replacedBy: null } as const;
const status = statusPayload({ ...standing, asOf: '2026-03-02T08:00:00.000Z' });
const statusJws = await sign(signer, 'communs-status+jwt', status);
writeFileSync(join(folder, 'input.json'), `${JSON.stringify(sampleInput, null, 1)}\n`);
for (const language of ['fr', 'en'] as const) {
  const files = await issuedFiles(
    {
      jws,
      statusJws,
      keys: await signer.publicKeys(),
      disclosures,
      level: 'names',
      language,
      trust: 'self',
      isTest: signer.isTest,
    },
    sha256,
  );
  for (const [name, bytes] of files) {
    const isWorkbook = name === 'statement.xlsx';
    writeFileSync(join(folder, isWorkbook ? `cells.${language}.txt` : name), isWorkbook ? cellsText(bytes) : bytes);
  }
}
// The private key is gone: nobody can sign another text that this golden statement's key would verify.
rmSync(keys, { recursive: true });
