// Golden statements: what was once issued is built, rendered and verified the same for ever (test/golden/README.md).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../lib/model/text.ts';
import { buildPayload, type StatementInput } from '../../lib/statement/build.ts';
import type { StatementKey } from '../../lib/statement/keys.ts';
import { renderJson } from '../../lib/statement/render-json.ts';
import { disclosuresText, parseDisclosure, readDisclosuresText } from '../../lib/statement/sd-jwt.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { cellsText } from './cells.ts';
import { issuedFiles } from './issued-files.ts';
import { checks, saltOf, sha256 } from './sample-statement.ts';

describe.each(['statement-1'])('the golden %s', (folder) => {
  const bytes = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../golden', folder, name));
  const text = (name: string): string => new TextDecoder().decode(bytes(name));

  it('is built from its input to the same bytes', () => {
    const { payload, disclosures } = buildPayload(JSON.parse(text('input.json')) as StatementInput, { sha256, saltOf });
    expect(new TextDecoder().decode(renderJson(payload))).toBe(text('statement.json'));
    expect(disclosuresText(disclosures)).toBe(text('disclosures.txt'));
  });

  it.each(['fr', 'en'] as const)('is rendered to the same cells: %s', async (language: Language) => {
    const files = await issuedFiles(
      {
        jws: text('statement.jws'),
        statusJws: text('status.jws'),
        keys: (JSON.parse(text('jwks.json')) as { keys: StatementKey[] }).keys,
        disclosures: readDisclosuresText(text('disclosures.txt')).map((encoded) => parseDisclosure(encoded)!),
        level: 'names',
        language,
        trust: 'self',
        isTest: true,
      },
      sha256,
    );
    expect(cellsText(files.get('statement.xlsx')!)).toBe(text(`cells.${language}.txt`));
    for (const name of ['statement.jws', 'statement.json', 'status.jws', 'jwks.json', 'disclosures.txt']) {
      expect([name, new TextDecoder().decode(files.get(name))]).toEqual([name, text(name)]);
    }
  });

  it('verifies, with its status and all it discloses', async () => {
    const answer = await verifyFile(
      {
        file: bytes('statement.jws'),
        jwks: bytes('jwks.json'),
        keysPinned: true,
        status: bytes('status.jws'),
        disclosures: bytes('disclosures.txt'),
        statementJson: bytes('statement.json'),
      },
      checks,
    );
    expect(answer).toMatchObject({ result: 'authentic', exitCode: 0, level: 'names', problems: [] });
    expect(answer.status).toMatchObject({ state: 'issued' });
  });
});
