// What a statement takes, in units of DynamoDB, requests of files and signatures: counts, the same on a busy machine and on a quiet one.
import type { Ports } from '../../lib/ports.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import { declareAndConfirm, yearOf } from './issue.ts';
import { makeCompany, makeRegistry } from './made-company.ts';
import { type Units, unitsOf } from './metered-engine.ts';
import { openMetered } from './open-metered.ts';

const linesOfAYear = 200;

interface Counted {
  /** Requests of objects and sealed files; of one file, its key and its content are two. */
  files: number;
  /** With the statement’s key, those of heads left out. */
  signatures: number;
}

/** The same ports, on which requests of files and signatures are counted. */
function counting(ports: Ports, counted: Counted): Ports {
  const { objects, sealedFiles, signer } = ports;
  const file =
    <Args extends readonly unknown[], Result>(requests: number, call: (...args: Args) => Result) =>
    (...args: Args): Result => {
      counted.files += requests;
      return call(...args);
    };
  return {
    ...ports,
    objects: { put: file(1, objects.put), get: file(1, objects.get) },
    sealedFiles: { ...sealedFiles, put: file(2, sealedFiles.put), get: file(2, sealedFiles.get) },
    signer: {
      ...signer,
      signDigest: (digest) => {
        counted.signatures += 1;
        return signer.signDigest(digest);
      },
    },
  };
}

const figure = (fr: string, en: string, value: number) => ({ label: { fr, en }, value });

export const statementUnitsCase: BenchCase = {
  summary: {
    fr: 'unités, requêtes de fichiers et signatures d’un état de tant de lignes de temps, après un premier',
    en: 'units, requests of files and signatures of a statement of so many lines of time, after a first one',
  },
  sizes: [2_000],
  run: async (lines, bench) => {
    const opened = await openMetered(bench);
    const { meter, settleLog } = opened;
    const counted: Counted = { files: 0, signatures: 0 };
    const ports = counting(opened.ports, counted);
    await makeRegistry(ports);
    const made = await makeCompany(ports, Math.ceil(lines / linesOfAYear));
    await declareAndConfirm(ports, made, [yearOf(made)]);
    const { company, hr, finance } = made;
    await corroborate(ports, { company, by: hr, period: { from: '2025-01-01', to: '2025-12-31' } });
    const asked = { company, fiscalYear: 2025, scheme: 'digital-commons-investor' };
    // The first statement of an installation also publishes its keys.
    const first = { ...asked, scheme: 'none' };
    await prepareStatement(ports, { ...first, by: finance[0] });
    await issueStatement(ports, { ...first, by: finance[1] });
    await settleLog();
    const taken = (): { readonly units: Units } & Counted => {
      const now = { units: meter.take(), ...counted };
      counted.files = 0;
      counted.signatures = 0;
      return now;
    };
    taken();
    const seconds = stopwatch();
    await prepareStatement(ports, { ...asked, by: finance[0] });
    const prepared = taken();
    await issueStatement(ports, { ...asked, by: finance[1] });
    const took = seconds();
    const issued = taken();
    const [preparing, issuing] = [prepared, issued].map(({ units }) => unitsOf(units, () => true));
    return {
      seconds: took,
      figures: {
        prepareReads: figure('préparation : unités de lecture', 'preparing: read units', preparing!.read),
        prepareWrites: figure('préparation : unités d’écriture', 'preparing: write units', preparing!.write),
        prepareFiles: figure('préparation : requêtes de fichiers', 'preparing: requests of files', prepared.files),
        issueReads: figure('émission : unités de lecture', 'issuing: read units', issuing!.read),
        issueWrites: figure('émission : unités d’écriture', 'issuing: write units', issuing!.write),
        issueSignatures: figure('émission : signatures de l’état', 'issuing: signatures of it', issued.signatures),
        issueFiles: figure('émission : requêtes de fichiers', 'issuing: requests of files', issued.files),
      },
    };
  },
};
