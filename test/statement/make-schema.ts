// Writes the published schema again after the schemas of a statement changed: node test/statement/make-schema.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statementJsonSchemaText } from '../../lib/statement/json-schema.ts';

writeFileSync(join(import.meta.dirname, '../../docs/schemas/statement-1.json'), statementJsonSchemaText());
