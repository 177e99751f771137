// A year of a company, computed, prepared and issued: a row of time for each developer and working day, all of it confirmed.
import { jobs } from '../../functions/jobs.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import type { Ports } from '../../lib/ports.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet, type TimesheetReceipt } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { publishKeys } from '../../lib/use-cases/publish-keys.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import {
  foundation,
  type MadeCompany,
  madeFile,
  makeCompany,
  makeRegistry,
  project,
  signatory,
} from './made-company.ts';
import { byMonth, madeTimesheet } from './made-timesheet.ts';

const daysOfTheYear = 200;
/** Answers under way at the same time: each holds what it read of its month. */
const atOnce = 100;
const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);

const payOf = (matricules: readonly string[]): string =>
  [
    'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie',
    ...matricules.map(
      (m, i) => `${m};01/01/2025;31/12/2025;${40_000 + i},00;0;16 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
    ),
  ].join('\n');

/** A line for each developer on so many days. */
export const yearOf = ({ matricules }: MadeCompany): string =>
  madeTimesheet(matricules, project, matricules.length * daysOfTheYear);

/** @param timesheets of 2025, of which all time is confirmed @returns how many lines */
export async function declareAndConfirm(
  ports: Ports,
  { company, hr, finance, matricules, developers }: MadeCompany,
  timesheets: readonly string[],
): Promise<number> {
  const receipts: TimesheetReceipt[] = [];
  for (const [i, timesheet] of timesheets.entries()) {
    const file = madeFile(`temps-${i + 1}.csv`, timesheet);
    const posted = await postTimesheet(ports, { company, by: hr, file, year: 2025, accept: [] });
    if (!('receipt' in posted)) throw new Error('statement: the timesheet has problems');
    receipts.push(posted.receipt);
  }
  await recordPay(ports, { company, by: hr, file: madeFile('pay.csv', payOf(matricules)) });
  const year = { period: { from: '2025-01-01', to: '2025-12-31' }, otherAid: { answer: 'no' } };
  await declareYear(ports, { company, by: finance[0], file: madeFile('declarations.json', JSON.stringify(year)) });
  const by = await personOf(ports, signatory);
  const last = receipts.at(-1)!.period.to.slice(0, 7);
  const asked = { by, foundation, company, project, answer: 'confirmed', amount: null, comment: null } as const;
  for (const month of months.filter((each) => each <= last)) {
    for (let start = 0; start < developers.length; start += atOnce) {
      const some = developers.slice(start, start + atOnce);
      await Promise.all(some.map((developer) => answerContributions(ports, { ...asked, developer, month })));
    }
  }
  return receipts.reduce((sum, { entries }) => sum + entries, 0);
}

export const issueCase: BenchCase = {
  summary: {
    fr: 'préparation, émission, classeur et PDF de l’état d’une année de tant de personnes, registre en mémoire',
    en: 'a year’s statement of so many people prepared and issued, with its workbook and PDF, ledger in memory',
  },
  sizes: [10, 100],
  run: async (people, { afterwards }) => {
    const { ports, close } = await openEmbedded(jobs, { memory: true, environment: {} });
    afterwards(close);
    await makeRegistry(ports);
    const made = await makeCompany(ports, people);
    const lines = await declareAndConfirm(ports, made, byMonth(yearOf(made)));
    // Else the first statement of an installation does so, and is worked out once more after it.
    await publishKeys(ports);
    const asked = { company: made.company, fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
    const first = stopwatch();
    await prepareStatement(ports, { ...asked, by: made.finance[0] });
    const prepareSeconds = first();
    const second = stopwatch();
    const { jws, number } = await issueStatement(ports, { ...asked, by: made.finance[1] });
    const issueSeconds = second();
    const text = await ports.objects.get(`statements/${jws}.jws`);
    const third = stopwatch();
    const files = await statementFiles(ports, {
      ...{ company: made.company, number, level: 'names', language: 'fr', by: made.finance[1] },
    });
    const filesSeconds = third();
    return {
      seconds: prepareSeconds + issueSeconds + filesSeconds,
      figures: {
        lines: { label: { fr: 'lignes de temps', en: 'lines of time' }, value: lines },
        prepareSeconds: { label: { fr: 'secondes, préparation', en: 'seconds, preparing' }, value: prepareSeconds },
        issueSeconds: { label: { fr: 'secondes, émission', en: 'seconds, issuing' }, value: issueSeconds },
        filesSeconds: {
          label: { fr: 'secondes, fichiers du niveau « names »', en: "seconds, files of the level 'names'" },
          value: filesSeconds,
        },
        workbookBytes: {
          label: { fr: 'octets du classeur', en: 'bytes of the workbook' },
          value: files.get('statement.xlsx')?.length ?? 0,
        },
        pdfBytes: {
          label: { fr: 'octets du PDF', en: 'bytes of the PDF' },
          value: files.get('statement.pdf')?.length ?? 0,
        },
        bytes: {
          label: { fr: 'octets de l’état signé', en: 'bytes of the signed statement' },
          value: text?.length ?? 0,
        },
      },
    };
  },
};
