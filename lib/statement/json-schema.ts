// The shape of what a statement signs, as JSON Schema (draft 2020-12): generated from the schemas that our own verifier uses, for whoever reads it elsewhere.
import * as z from 'zod/mini';
import { lineSchema, nameSchema, payloadSchema, signatorySchema } from './payload.ts';
import { statusSchema } from './status.ts';

/** Each says what it is the value of. What no schema can say (sums, the chain of steps) `communs verify` checks. */
const described = {
  payload: payloadSchema.check(z.describe('statement.json: the payload of statement.jws')),
  line: lineSchema.check(z.describe('value of the disclosure line-<n>')),
  name: nameSchema.check(z.describe('value of the disclosure name-<n>')),
  signatory: signatorySchema.check(z.describe('value of the disclosure signatory-<n>')),
  status: statusSchema.check(z.describe('payload of status.jws')),
} as const;

type Described = keyof typeof described;

/** @returns one schema, whose `$defs` hold each part; the root is the payload */
function statementJsonSchema(): object {
  const $defs = Object.fromEntries(
    (Object.keys(described) as Described[]).map((part) => {
      const { $schema: _dialect, ...schema } = z.toJSONSchema(described[part], { target: 'draft-2020-12' });
      return [part, schema];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:communs:statement:1',
    title: 'Communs statement, version 1',
    $ref: '#/$defs/payload',
    $defs,
  };
}

export const statementJsonSchemaText = (): string => `${JSON.stringify(statementJsonSchema(), null, 2)}\n`;
