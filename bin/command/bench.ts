import { availableParallelism } from 'node:os';
import { whole } from '../../web/parts/format.ts';
import type { BenchCase, Run } from '../bench/bench-case.ts';
import { benchCases } from '../bench/bench-cases.ts';
import { benchText } from '../bench/bench-text.ts';
import { runCase } from '../bench/run-case.ts';
import { command } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { perhaps, wrongUsage } from '../frame/wrong-usage.ts';

const name = 'bench';
const names = Object.keys(benchCases);

/** @throws Refusal `wrong-usage` */
function known(asked: string): string {
  if (names.includes(asked)) return asked;
  const close = perhaps(asked, names);
  throw wrongUsage(name, {
    fr: `Il n’y a pas de mesure « ${asked} » : ${names.join(', ')}.${close.fr}`,
    en: `There is no case '${asked}': ${names.join(', ')}.${close.en}`,
  });
}

const toJson = ({ figures, ...run }: Run): object => ({
  ...run,
  figures: Object.fromEntries(Object.entries(figures).map(([figure, { value }]) => [figure, value])),
});

export const bench = command({
  name,
  argument: '[CASE …]',
  summary: {
    fr: `mesure sur cette machine, avec des données inventées : ${names.join(', ')} ; tout sinon`,
    en: `measures on this machine, with invented input: ${names.join(', ')}; else all of them`,
  },
  options: {
    size: {
      value: 'N',
      repeatable: true,
      summary: {
        fr: 'taille, au lieu de celles de la mesure ; plusieurs montrent la croissance',
        en: 'size, instead of those of the case; several show the growth',
      },
    },
  },
  run: async ({ argument, options }, progress) => {
    const chosen = argument.length === 0 ? names : [...new Set(argument)].map(known);
    const sizes = options.size.map(
      (text) => wholeNumber(text, { command: name, option: 'size', from: 1, to: 1_000_000 })!,
    );
    const measured: { readonly benchCase: BenchCase; readonly runs: readonly Run[] }[] = [];
    for (const each of chosen) {
      const benchCase = await benchCases[each]!();
      const runs: Run[] = [];
      for (const size of sizes.length === 0 ? benchCase.sizes : sizes) {
        progress({ fr: `${each} ${whole('fr', size)}…`, en: `${each} ${whole('en', size)}…` }, true);
        runs.push(await runCase(each, size));
      }
      measured.push({ benchCase, runs });
    }
    return {
      exitCode: 0,
      json: () => ({
        node: process.versions.node,
        cores: availableParallelism(),
        runs: measured.flatMap(({ runs }) => runs.map(toJson)),
      }),
      text: (language) => measured.map(({ benchCase, runs }) => benchText(benchCase, runs, language)).join('\n\n'),
    };
  },
});
