// The finished statements in examples/: authentic in both languages, and all that is derived in them is what the code derives today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { bundleFiles } from '../../lib/statement/bundle/bundle-files.ts';
import { openBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { linesOf } from '../../lib/statement/bundle/text-lines.ts';
import { statementKeys } from '../../lib/statement/keys.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';

const folder = join(import.meta.dirname, '../../examples/statements');
const zipOf = (language: string): Uint8Array => readFileSync(join(folder, language, 'statement-2025-0001.names.zip'));

function filesOf(language: string): ReadonlyMap<string, Uint8Array> {
  const opened = openBundle(zipOf(language));
  if (opened instanceof Error) throw opened;
  return opened;
}

describe.each(['fr', 'en'])('the finished statement in %s', (language) => {
  it('is authentic, with every check made', async () => {
    const answer = await verifyFile({ file: zipOf(language), jwks: null, keysPinned: false }, primitives);
    expect(answer.problems).toEqual([]);
    expect(answer).toMatchObject({ result: 'authentic', level: 'names', computation: { from: 'pay' } });
    expect(answer.checked.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
    expect(answer.checked.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['inclusion', 'checkpoint', 'entries', 'contributions', 'confirmations', 'rules', 'seal']),
    );
  });

  it('holds the PDF and the workbook that lie beside it', () => {
    const files = filesOf(language);
    for (const name of ['statement.pdf', 'statement.xlsx']) {
      expect([name, readFileSync(join(folder, language, name)).equals(files.get(name)!)]).toEqual([name, true]);
    }
  });

  it('differs from one made today in what is made once, and in the page that checks it', () => {
    const files = filesOf(language);
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    const issued = ['statement.jws', 'statement.json', 'status.jws', 'jwks.json', 'disclosures.txt'];
    const rendered = ['statement.pdf', 'statement.xlsx'];
    const again = bundleFiles(
      {
        level: 'names',
        issued: new Map(
          [...issued, ...rendered].flatMap((name) => (files.has(name) ? [[name, files.get(name)!]] : [])),
        ),
        keys: [...statementKeys(JSON.parse(text('jwks.json')), primitives.sha256).values()],
        fact: files.get('statement.fact')!,
        salt: files.get('statement.salt')!,
        logged: {
          proof: files.get('statement.tlog-proof')!,
          checkpoint: files.get('checkpoint')!,
          timestamp: files.get('checkpoint.tsr') ?? null,
          timestampCa: files.has('tsa-ca.pem') ? text('tsa-ca.pem') : null,
          vkeys: text('log.vkey').trim().split('\n'),
        },
        evidence: {
          entries: linesOf(files.get('entries.jsonl')!)!,
          confirmations: linesOf(files.get('confirmations.jsonl')!)!,
        },
        rules: files.get('ruleset.json')!,
        registry: linesOf(files.get('registry.jsonl')!)!,
        isTest: true,
      },
      primitives.sha256,
    );
    expect([...again.keys()]).toEqual([...files.keys()]);
    const others = [...again].filter(([name, bytes]) => !Buffer.from(bytes).equals(files.get(name)!));
    expect(others.map(([name]) => name).filter((name) => name !== 'verify.html' && name !== 'MANIFEST')).toEqual([]);
  });
});
