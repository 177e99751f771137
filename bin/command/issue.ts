import { resolve } from 'node:path';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { statementFolder } from '../../lib/use-cases/statement-files.ts';
import { statementsTouched } from '../../lib/use-cases/statements-touched.ts';
import { rectificationText } from '../../web/parts/rectification.ts';
import { command } from '../frame/command.ts';
import { touchedText } from '../frame/licence-text.ts';
import { languageOf } from '../frame/locale.ts';
import { statementAsked, statementOptions } from '../frame/statement-options.ts';
import { writeFolder } from '../frame/write-folder.ts';
import { withLedger } from '../ledger.ts';

const name = 'issue';

export const issue = command({
  name,
  argument: null,
  summary: {
    fr: 'émet exactement ce qui a été préparé : numéro, signature, fichiers',
    en: 'issues exactly what was prepared: number, signature, files',
  },
  options: {
    ...statementOptions,
    out: {
      value: 'DIR',
      summary: {
        fr: 'écrit ici le dossier de preuves, déplié et en une archive',
        en: 'writes the evidence bundle here, unpacked and as one zip',
      },
    },
  },
  run: async ({ options }) => {
    const { out } = options;
    const language = languageOf(process.argv, process.env);
    const { issued, written, touched } = await withLedger(options, async (ports) => {
      const asked = await statementAsked(name, ports, options);
      const answer = await issueStatement(ports, asked);
      const { company, by } = asked;
      // What it replaces may have been what others rest on.
      const others = await statementsTouched(ports, company);
      if (out === undefined) return { issued: answer, written: [], touched: others };
      const files = await statementFolder(ports, { company, number: answer.number, level: 'names', language, by });
      return { issued: answer, written: await writeFolder(resolve(out), files), touched: others };
    });
    return {
      exitCode: 0,
      json: () => ({ ...issued, files: written, statements: touched }),
      text: (spoken) => {
        const { number, supersedes, rectification, already, jws } = issued;
        const head = {
          fr: `${already ? 'Déjà émis' : 'Émis'} : état n° ${number}${supersedes === null ? '' : `, qui remplace ${supersedes}`}.`,
          en: `${already ? 'Issued already' : 'Issued'}: statement ${number}${supersedes === null ? '' : `, which replaces ${supersedes}`}.`,
        };
        const difference = { fr: 'Différence avec l’état remplacé', en: 'Difference to the statement replaced' }[
          spoken
        ];
        const rectified =
          rectification === null
            ? []
            : [`${difference}${spoken === 'fr' ? '\u202f' : ''}: ${rectificationText(spoken, rectification)}`];
        return [head[spoken], ...rectified, `SHA-256: ${jws}`, ...written, ...touchedText(touched, spoken)].join('\n');
      },
    };
  },
});
