import { resolve } from 'node:path';
import {
  type ExportAsked,
  exportFormats,
  exportPresets,
  exportStatement,
} from '../../lib/use-cases/export-statement.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { languageOf } from '../frame/locale.ts';
import { writeOutput } from '../frame/write-output.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'export';

/** @throws Refusal `wrong-usage` for what is none of the choices */
function chosen<Choice extends string>(option: string, choices: readonly Choice[], text: string | undefined): Choice {
  const found = choices.find((choice) => choice === (text ?? choices[0]));
  if (found !== undefined) return found;
  const list = choices.join(', ');
  throw wrongUsage(name, {
    fr: `--${option} ${text} : choisissez parmi ${list}.`,
    en: `--${option} ${text}: choose one of ${list}.`,
  });
}

export const exportStatementCommand = command({
  name,
  argument: null,
  summary: {
    fr: 'un état pour la comptabilité : une ligne par personne, projet et mois, et ce qui a changé depuis le dernier export',
    en: 'a statement for accounting: a line for each person, project and month, and what changed since the last export',
  },
  options: {
    ...companyOption,
    number: {
      value: 'N',
      required: true,
      summary: { fr: 'le numéro de l’état', en: 'the number of the statement' },
    },
    preset: {
      value: 'PRESET',
      summary: {
        fr: 'finance (sinon) : sans noms ; full : noms, paie, saisies et traces',
        en: 'finance (the default): without names; full: names, pay, entries and traces',
      },
    },
    format: {
      value: 'FORMAT',
      summary: {
        fr: 'xlsx (sinon) ; csv : pour machines ; csv-fr : pour Excel en français',
        en: 'xlsx (the default); csv: for machines; csv-fr: for Excel in French',
      },
    },
    out: {
      value: 'FILE',
      summary: { fr: 'écrit ici ; sinon sous son nom, ici', en: 'writes here; else under its name' },
    },
    ...writingOptions,
    as: { value: 'PERSON', required: true, summary: { fr: 'qui agit, aux finances', en: 'who acts, in finance' } },
  },
  run: async ({ options }) => {
    const { number, out } = options;
    const choices = {
      preset: chosen('preset', exportPresets, options.preset),
      format: chosen('format', exportFormats, options.format),
    };
    const file = await withLedger(options, async (ports) => {
      const asked: ExportAsked = {
        ...{ number, ...choices, language: languageOf(process.argv, process.env) },
        company: await companyOf(ports, options.company),
        by: await personOf(ports, options.as),
      };
      return exportStatement(ports, asked);
    });
    const path = resolve(out ?? file.name);
    await writeOutput(path, file.bytes);
    const { sha256, already } = file;
    return {
      exitCode: 0,
      json: () => ({ file: path, sha256, already, number, ...choices }),
      text: (language) => {
        const told = {
          fr: already ? 'Le même fichier que la dernière fois : rien n’a changé depuis.' : 'Fichier fait et noté.',
          en: already ? 'The same file as last time: nothing has changed since.' : 'File made and recorded.',
        };
        return [path, told[language], `SHA-256: ${sha256}`].join('\n');
      },
    };
  },
});
