// The statements that the sample issued: their files written, read again and verified as anybody would.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numberOf, ownFiles } from '../../examples/play/sample-statement.ts';
import { type ActOf, scenario } from '../../examples/scenario.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import type { Ports } from '../../lib/ports.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { statementFolder } from '../../lib/use-cases/statement-files.ts';
import { writeFolder } from '../frame/write-folder.ts';

export interface WrittenStatement {
  readonly number: string;
  readonly siren: string;
  readonly year: number;
  readonly folder: string;
  readonly verification: Verification;
}

async function verified(folder: string): Promise<Verification> {
  const read = (name: string): Promise<Uint8Array> => readFile(join(folder, name));
  const [file, jwks, status, disclosures, statementJson] = await Promise.all(
    ['statement.jws', 'jwks.json', 'status.jws', 'disclosures.txt', 'statement.json'].map(read),
  );
  return verifyFile(
    {
      file: file!,
      jwks: jwks!,
      keysPinned: true,
      status: status!,
      disclosures: disclosures!,
      statementJson: statementJson!,
    },
    webCryptoChecks(crypto.subtle, primitives.sha256),
  );
}

async function written(ports: Ports, act: ActOf<'issue'>, out: string): Promise<WrittenStatement> {
  const [company, by] = [await companyOf(ports, act.company), await personOf(ports, act.by)];
  const number = await numberOf(ports, company, act);
  const folder = join(out, `${act.company}-${act.year}`);
  await writeFolder(folder, await statementFolder(ports, { company, number, by, ...ownFiles }));
  return { number, siren: act.company, year: act.year, folder, verification: await verified(folder) };
}

/** Written again at each start, for what is known of their state changes. @param out one folder a company and year is made in it */
export async function writeStatements(ports: Ports, out: string): Promise<readonly WrittenStatement[]> {
  const statements: WrittenStatement[] = [];
  for (const act of scenario) if (act.act === 'issue') statements.push(await written(ports, act, out));
  return statements;
}
