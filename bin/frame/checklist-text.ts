// The checklist before a statement on the terminal: what stops it first, each with how much, whom it waits for and what settles it.

import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { ChecklistItem } from '../../lib/rules/checklist/checklist.ts';
import { extentText, wholeCommand } from '../../web/parts/open-points.ts';
import { checklistWords } from '../../web/words/declarations.ts';

type Asked = Parameters<typeof wholeCommand>[1];
type AskedWithNames = Asked & { readonly projectNames: Parameters<typeof extentText>[2] };

const nothing: Bilingual = {
  fr: 'Rien n’empêche de préparer, et rien n’est ouvert.',
  en: 'Nothing stops preparing, and nothing is open.',
};

function lineOf(item: ChecklistItem, asked: AskedWithNames, language: Language): string {
  const extent = extentText(language, item, asked.projectNames);
  const title = say(language, item.title);
  const head = extent === '' ? title : `${title} (${extent})`;
  const waits = `${say(language, checklistWords.waits)} ${say(language, checklistWords[item.waitsFor])}`;
  const fix = item.command === null ? '' : ` → ${wholeCommand(item.command, asked)}`;
  const detail = item.detail === undefined ? '' : ` ${say(language, item.detail)}`;
  return `- ${head}. ${waits}${fix}${detail === '' ? '' : `.${detail}`}`;
}

export function checklistLines(items: readonly ChecklistItem[], asked: AskedWithNames, language: Language): string[] {
  if (items.length === 0) return [say(language, nothing)];
  const part = (title: Bilingual, own: readonly ChecklistItem[]): string[] =>
    own.length === 0 ? [] : [`${say(language, title)}:`, ...own.map((item) => lineOf(item, asked, language))];
  return [
    ...part(
      checklistWords.blocking,
      items.filter(({ blocks }) => blocks),
    ),
    ...part(
      checklistWords.open,
      items.filter(({ blocks }) => !blocks),
    ),
  ];
}

/** For machines: codes and numbers as they are, sentences in the language asked for. */
export const checklistJson = (items: readonly ChecklistItem[], asked: Asked, language: Language): object[] =>
  items.map(({ code, blocks, waitsFor, count, time, cents, about, detail, title, command }) => ({
    ...{ code, blocks, waitsFor, title: title[language] },
    ...(count === undefined ? {} : { count }),
    ...(time === undefined ? {} : { time: { ...time } }),
    ...(cents === undefined ? {} : { costCents: cents.cost, payrollCents: cents.payroll }),
    ...(about === undefined ? {} : { about: [...about] }),
    ...(detail === undefined ? {} : { detail: detail[language] }),
    command: command === null ? null : wholeCommand(command, asked),
  }));
