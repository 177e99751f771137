import { watchedProjects } from '../../lib/use-cases/licence-watch.ts';
import { allStatementsTouched } from '../../lib/use-cases/statements-touched.ts';
import { command } from '../frame/command.ts';
import { licencesText } from '../frame/licence-text.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

export const licences = command({
  name: 'licences',
  argument: null,
  summary: {
    fr: 'compare les licences du registre à ce que montrent les dépôts, et dit ce qui attend le teneur du registre',
    en: 'sets the licences of the registry beside what repositories show, and says what waits for the registrar',
  },
  options: ledgerOptions,
  run: async ({ options }) => {
    const { watched, touched } = await readLedger(options, async (ports) => ({
      watched: await watchedProjects(ports),
      touched: await allStatementsTouched(ports),
    }));
    const isWaiting =
      touched.length > 0 || watched.some((one) => one.lost.length > 0 || one.findings.some(({ awaits }) => awaits));
    return {
      exitCode: isWaiting ? 1 : 0,
      json: () => ({
        projects: watched.map(({ project, seen, lost, findings }) => ({
          ...{ project: project.id, licences: project.licences, seen: seen.flat(), lost, findings },
        })),
        statements: touched,
      }),
      text: (language) => licencesText(watched, touched, language),
    };
  },
});
