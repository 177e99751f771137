import { parseChoices } from '../../lib/intake/choices.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { choicesForFile } from '../../lib/use-cases/choices-for-file.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { type PostAnswer, postTimesheet, type TimesheetReceipt } from '../../lib/use-cases/post-timesheet.ts';
import type { TimesheetPreview } from '../../lib/use-cases/preview-timesheet.ts';
import { time } from '../../web/parts/format.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { readInput, readJsonInput } from '../frame/read-input.ts';
import { countLines, problemLines } from '../frame/reading-text.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { yearOf, yearOption } from '../frame/year-option.ts';
import { withLedger } from '../ledger.ts';

const name = 'import';

/** @throws Refusal `wrong-usage` */
function reasonOf(text: string): readonly [code: string, reason: string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw wrongUsage(name, {
    fr: `--reason ${text} : il faut un code, = et le motif, comme weekend=Astreinte.`,
    en: `--reason ${text}: a code, = and the reason are needed, such as weekend=On call.`,
  });
}

function receiptText(receipt: TimesheetReceipt, language: Language): string {
  const { timesheet, digest, file, entries, period, at, unexplained, alreadyPosted } = receipt;
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
  const codes = unexplained.join(', ');
  const untold = {
    fr: `Constats enregistrés sans motif${colon} ${codes} (--reason CODE=TEXTE en donne un ; chaque code est expliqué dans docs/problems.md)`,
    en: `Findings recorded without a reason${colon} ${codes} (--reason CODE=TEXT gives one; each code is explained in docs/problems.md)`,
  };
  return [
    head[language],
    body[language],
    ...(codes === '' ? [] : [untold[language]]),
    `SHA-256${colon} ${file}`,
    `fact${colon} ${digest}`,
  ].join('\n');
}

/** @param missing codes without a reason, where reasons were given */
function previewText(
  { reading, problems, toAccept, toExplain, totals }: TimesheetPreview,
  missing: readonly string[],
  language: Language,
): string {
  const reasons = toExplain.filter((code) => missing.includes(code)).map((code) => `--reason ${code}=…`);
  const asks = [...toAccept.map((code) => `--accept ${code}`), ...reasons].join(' ');
  const said = {
    fr: `Rien n’a été enregistré : corrigez ce qui est listé${asks === '' ? '' : `, ou confirmez avec ${asks} ce qui n’est qu’à confirmer`}.`,
    en: `Nothing was recorded: fix what is listed${asks === '' ? '' : `, or take as read, with ${asks}, what only needs your word`}.`,
  };
  return [
    ...problemLines(problems, language),
    ...countLines({ ...reading, totals: { ...reading.totals, ...totals } }, language, totals.leftOut),
    said[language],
  ].join('\n');
}

/** The shape of `communs read --json`, with the problems that only the ledger knows. */
const previewJson = (
  { reading, problems, toAccept, toExplain, totals }: TimesheetPreview,
  language: Language,
): object => ({
  ...reading,
  problems: problems.map((problem) => ({ ...problem, detail: problem.detail[language] })),
  totals: { ...reading.totals, ...totals },
  ...{ toAccept, toExplain, leftOut: totals.leftOut },
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
    choices: {
      value: 'FILE.json',
      summary: {
        fr: 'comment lire le fichier (JSON) ; sinon le profil de la société qui lui convient, s’il y en a un',
        en: 'how to read the file (JSON); else the company’s profile that fits it, if there is one',
      },
    },
    reason: {
      value: 'CODE=TEXT',
      repeatable: true,
      summary: {
        fr: 'pourquoi un constat est juste malgré tout ; si un motif est donné, chaque constat en demande un',
        en: 'why a finding is right all the same; where one reason is given, each finding needs one',
      },
    },
    ...writingOptions,
  },
  run: async ({ argument, options }) => {
    const file = await readInput(argument);
    const year = yearOf(name, options.year);
    const reasons = options.reason.length === 0 ? {} : { reasons: Object.fromEntries(options.reason.map(reasonOf)) };
    const said = options.choices === undefined ? null : parseChoices(await readJsonInput(options.choices));
    const answer = await withLedger(options, async (ports): Promise<PostAnswer> => {
      const company = await companyOf(ports, options.company);
      const choices = said ?? (await choicesForFile(ports, { company, file, year }));
      const by = await actorOf(ports, options.as);
      return postTimesheet(ports, { company, by, file, year, choices, accept: options.accept, ...reasons });
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
      text: (language) => previewText(answer.preview, answer.missing, language),
    };
  },
});
