import type { Language } from '../../lib/model/text.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { type PostAnswer, postTimesheet, type TimesheetReceipt } from '../../lib/use-cases/post-timesheet.ts';
import type { TimesheetPreview } from '../../lib/use-cases/preview-timesheet.ts';
import { time, whole } from '../../web/parts/format.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';
import { countLines, problemLines } from '../frame/reading-text.ts';
import { yearOf, yearOption } from '../frame/year-option.ts';
import { withLedger } from '../ledger.ts';

const name = 'import';

function receiptText(receipt: TimesheetReceipt, language: Language): string {
  const { timesheet, digest, file, entries, period, at, alreadyPosted } = receipt;
  const lines = whole(language, entries);
  const amount = time(language, receipt);
  const head = {
    fr: alreadyPosted
      ? 'Ce fichier est déjà enregistré ; rien n’a été écrit. Voici son premier reçu.'
      : 'Feuille de temps enregistrée.',
    en: alreadyPosted
      ? 'This file is recorded already; nothing was written. Here is its first receipt.'
      : 'Timesheet recorded.',
  };
  const body = {
    fr: `Reçu n° ${timesheet} : ${lines} lignes, ${amount}, du ${period.from} au ${period.to}, le ${at}`,
    en: `Receipt no. ${timesheet}: ${lines} lines, ${amount}, from ${period.from} to ${period.to}, on ${at}`,
  };
  const colon = language === 'fr' ? ' :' : ':';
  return [head[language], body[language], `SHA-256${colon} ${file}`, `fact${colon} ${digest}`].join('\n');
}

function previewText({ reading, problems, toAccept }: TimesheetPreview, language: Language): string {
  const asks = toAccept.map((code) => `--accept ${code}`).join(' ');
  const said = {
    fr: `Rien n’a été enregistré : corrigez ce qui est listé${asks === '' ? '' : `, ou confirmez avec ${asks} ce qui n’est qu’à confirmer`}.`,
    en: `Nothing was recorded: fix what is listed${asks === '' ? '' : `, or take as read, with ${asks}, what only needs your word`}.`,
  };
  return [...problemLines(problems, language), ...countLines(reading, language), said[language]].join('\n');
}

/** The shape of `communs read --json`, with the problems that only the ledger knows. */
const previewJson = ({ reading, problems, toAccept }: TimesheetPreview, language: Language): object => ({
  ...reading,
  problems: problems.map((problem) => ({ ...problem, detail: problem.detail[language] })),
  toAccept,
});

export const importTimesheet = command({
  name,
  argument: 'FILE',
  summary: {
    fr: 'enregistre une feuille de temps : tout ou rien ; le même fichier répond par son premier reçu',
    en: 'records a timesheet: all or nothing; the same file answers with its first receipt',
  },
  options: {
    ...companyOption,
    ...yearOption({ fr: 'année civile des jours', en: 'calendar year of the days' }),
    accept: {
      value: 'CODE',
      repeatable: true,
      summary: {
        fr: 'confirme ce qui demande votre parole, par exemple duplicate-line',
        en: 'takes as read what needs your word, for example duplicate-line',
      },
    },
    ...writingOptions,
  },
  run: async ({ argument, options }) => {
    const file = await readInput(argument);
    const year = yearOf(name, options.year);
    const answer = await withLedger(options, async (ports): Promise<PostAnswer> => {
      const company = await companyOf(ports, options.company);
      return postTimesheet(ports, {
        ...{ company, by: await actorOf(ports, options.as), file, year, accept: options.accept },
      });
    });
    if ('receipt' in answer) {
      return {
        exitCode: 0,
        json: () => answer.receipt,
        text: (language) => receiptText(answer.receipt, language),
      };
    }
    return {
      exitCode: 1,
      json: (language) => previewJson(answer.preview, language),
      text: (language) => previewText(answer.preview, language),
    };
  },
});
