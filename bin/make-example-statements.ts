// Makes examples/statements/ again, from a data directory in which the sample was played: node bin/make-example-statements.ts DIR
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberOf } from '../examples/play/sample-statement.ts';
import { type ActOf, scenario } from '../examples/scenario.ts';
import { companyOf, personOf } from '../lib/use-cases/people.ts';
import { statementFolder } from '../lib/use-cases/statement-files.ts';
import { writeFolder } from './frame/write-folder.ts';
import { withLedger } from './ledger.ts';

const [, , data] = process.argv;
if (data === undefined) throw new Error('Name the data directory of `npm start -- --once --data DIR`.');

/** What a reader opens first; the zip holds these and all the rest. */
const shown = (name: string): boolean => /\.(?:zip|pdf|xlsx)$/.test(name);

const out = join(import.meta.dirname, '../examples/statements');
const act = scenario.find(
  (each): each is ActOf<'issue'> => each.act === 'issue' && each.scheme === 'digital-commons-investor',
)!;

await withLedger({ data, memory: false }, async (ports) => {
  const [company, by] = [await companyOf(ports, act.company), await personOf(ports, act.by)];
  const number = await numberOf(ports, company, act);
  for (const language of ['fr', 'en'] as const) {
    const folder = join(out, language);
    await rm(folder, { recursive: true, force: true });
    const files = await statementFolder(ports, { company, number, level: 'names', language, by });
    await writeFolder(folder, new Map([...files].filter(([name]) => shown(name))));
  }
});
