// communs bench matching-quality: what triage says of a labelled set, with and without sizes and patch ids, beside rules of thumb.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSetLabels } from '../../../lib/intake/triage-set/labels-file.ts';
import type { Language } from '../../../lib/model/text.ts';
import { triageSet } from '../../../lib/use-cases/triage-set.ts';
import { readSet, type Without } from '../../assess/read-set.ts';
import type { Outcome, Progress } from '../../frame/command.ts';
import { readInput } from '../../frame/read-input.ts';
import { textTable } from '../../frame/text-table.ts';
import { wrongUsage } from '../../frame/wrong-usage.ts';
import { baselines } from './baselines.ts';
import { labelsOf, ratesOf, type Score, score } from './score.ts';

/** The auditor's number, and everybody's time (forges.md, section 5). */
const goals = { wrong: 0.01, asked: 0.05 };

interface Scored {
  readonly name: string;
  readonly score: Score;
}

const ways: readonly { readonly name: string; readonly without: Without }[] = [
  { name: 'ours', without: [] },
  { name: 'ours, no patch ids', without: ['patch-ids'] },
  { name: 'ours, no sizes', without: ['sizes'] },
  { name: 'ours, neither', without: ['sizes', 'patch-ids'] },
];

/** @throws Refusal `wrong-usage` where no labelled set is there */
function folderOf(asked: string | undefined): string {
  const folder = resolve(asked ?? '../shared/data');
  if (existsSync(join(folder, 'timesheets/labels.csv'))) return folder;
  throw wrongUsage('bench', {
    fr: `matching-quality demande un jeu étiqueté : --set DIR, avec commits/, timesheets/files/, timesheets/labels.csv, projects.json et secondments.csv (rien de tel dans ${folder}).`,
    en: `matching-quality needs a labelled set: --set DIR, with commits/, timesheets/files/, timesheets/labels.csv, projects.json and secondments.csv (nothing like it in ${folder}).`,
  });
}

const percent = (rate: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    rate,
  );

function tableOf(scored: readonly Scored[], language: Language): string[] {
  const head = {
    fr: ['', 'laissé passer à tort', 'demandé sans besoin'],
    en: ['', 'wrongly let through', 'needlessly asked'],
  };
  return textTable([
    head[language],
    ...scored.map((one) => {
      const { wrong, asked } = ratesOf(one.score);
      return [one.name, percent(wrong, language), percent(asked, language)];
    }),
  ]);
}

const labelTable = (ours: readonly Scored[], language: Language): string[] =>
  textTable([
    [{ fr: 'bonne raison', en: 'right reason' }[language], ...ours.map(({ name }) => name)],
    ...ours[0]!.score.labels.map(({ label, lines }) => [
      label,
      ...ours.map(({ score: { labels } }) => `${labels.find((one) => one.label === label)!.rightReason}/${lines}`),
    ]),
  ]);

/** Exit code 1 where the goals are missed with all that a recording may hold. */
export async function qualityBench(set: string | undefined, progress: Progress): Promise<Outcome> {
  const folder = folderOf(set);
  const sheets = join(folder, 'timesheets');
  const identities = join(folder, 'identities.jsonl.gz');
  const place = {
    ...{ timesheets: join(sheets, 'files'), commits: join(folder, 'commits'), projects: join(sheets, 'projects.json') },
    secondments: join(sheets, 'secondments.csv'),
    identities: existsSync(identities) ? identities : undefined,
  };
  const { bytes } = await readInput(join(sheets, 'labels.csv'));
  const labelOf = labelsOf(readSetLabels(new TextDecoder().decode(bytes)));
  const ours: Scored[] = [];
  let others: Scored[] = [];
  for (const { name, without } of ways) {
    const read = await readSet(place, progress, without);
    ours.push({ name, score: score(triageSet(read), labelOf) });
    if (without.length === 0) {
      others = baselines(read).map((one) => ({ name: one.name, score: score(one.decided, labelOf) }));
    }
  }
  const { wrong, asked } = ratesOf(ours[0]!.score);
  const reached = wrong < goals.wrong && asked < goals.asked;
  return {
    exitCode: reached ? 0 : 1,
    json: () => ({
      set: folder,
      goals,
      reached,
      ways: [...ours, ...others].map((one) => ({ name: one.name, ...ratesOf(one.score), ...one.score })),
    }),
    text: (language) => {
      const goal = {
        fr: 'Buts : moins de 1 % à tort, moins de 5 % sans besoin',
        en: 'Goals: below 1 % wrongly, below 5 % needlessly',
      };
      const verdict = reached ? { fr: 'atteints', en: 'reached' } : { fr: 'manqués', en: 'missed' };
      return [
        ...tableOf([...others, ...ours], language),
        '',
        ...labelTable(ours, language),
        '',
        `${goal[language]} : ${verdict[language]}.`.replace(' :', language === 'fr' ? ' :' : ':'),
      ].join('\n');
    },
  };
}
