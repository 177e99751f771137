// The published schema: the same as our own schemas say, read by a validator that nobody here wrote, on the golden statement and on altered ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { statementJsonSchemaText } from '../../lib/statement/json-schema.ts';
import { parseJws } from '../../lib/statement/jws.ts';
import { parseDisclosure, readDisclosuresText } from '../../lib/statement/sd-jwt.ts';

const at = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const published = at('docs/schemas/statement-1.json');
const golden = (name: string): string => at(`test/golden/statement-1/${name}`);

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(JSON.parse(published) as object);
const accepts = (part: string, value: unknown): boolean =>
  ajv.validate(`urn:communs:statement:1#/$defs/${part}`, value) === true;
const payload = JSON.parse(golden('statement.json')) as Record<string, unknown>;

describe('the published schema', () => {
  it('is what our own schemas say today', () => {
    expect(published).toBe(statementJsonSchemaText());
  });

  it('takes the golden statement, every disclosure of it, and its status', () => {
    expect(accepts('payload', payload)).toBe(true);
    expect(ajv.validate('urn:communs:statement:1', payload)).toBe(true);
    const disclosures = readDisclosuresText(golden('disclosures.txt')).map((text) => parseDisclosure(text)!);
    expect(disclosures.length).toBeGreaterThan(4);
    for (const { claim, value } of disclosures)
      expect([claim, accepts(claim.split('-')[0]!, value)]).toEqual([claim, true]);
    const status = parseJws(golden('status.jws'), 'communs-status+jwt');
    if (typeof status === 'string') throw new Error(status);
    expect(accepts('status', JSON.parse(new TextDecoder().decode(status.payloadBytes)))).toBe(true);
  });

  it('refuses its altered twins', () => {
    const minutes = payload.minutes as Record<string, unknown>;
    const twins: readonly object[] = [
      { ...payload, v: 2 },
      { ...payload, status: 'issued' },
      { ...payload, iat: 1.5 },
      { ...payload, number: '2025-1' },
      { ...payload, minutes: { ...minutes, declared: -1 } },
      { ...payload, minutes: { ...minutes, declared: '60000' } },
      { ...payload, computationDigest: 'A'.repeat(64) },
      { ...payload, projects: [] },
    ];
    expect(twins.filter((twin) => accepts('payload', twin))).toEqual([]);
    for (const member of ['iss', 'number', 'company', 'heads', 'people', '_sd_alg', 'disclaimer']) {
      const { [member]: _left, ...rest } = payload;
      expect([member, accepts('payload', rest)]).toEqual([member, false]);
    }
  });
});
