import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { whole } from '../../lib/model/quantity-text.ts';
import type { BenchCase, Run } from '../bench/bench-case.ts';
import { benchCases } from '../bench/bench-cases.ts';
import { benchText } from '../bench/bench-text.ts';
import type { BesideOptions } from '../bench/beside/options.ts';
import { setUpPeers } from '../bench/beside/set-up-peers.ts';
import { qualityBench } from '../bench/quality/quality-bench.ts';
import { runCase } from '../bench/run-case.ts';
import { command, type Outcome, type Progress } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { perhaps, wrongUsage } from '../frame/wrong-usage.ts';

const name = 'bench';
const names = Object.keys(benchCases);
/** Not a measure of time: what is said of a labelled set. */
const quality = 'matching-quality';
const most = 1_000_000;

interface Beside {
  /** Its own word for how large its input is. */
  readonly size: 'rows' | 'size';
  readonly run: (options: BesideOptions, progress: Progress) => Promise<Outcome>;
}

/** Measured beside what others would take; never among the other cases. */
const besides: Readonly<Record<string, Beside>> = {
  intake: {
    size: 'rows',
    run: async (...asked) => (await import('../bench/intake/intake-bench.ts')).intakeBench(...asked),
  },
  matching: {
    size: 'size',
    run: async (...asked) => (await import('../bench/matching/matching-bench.ts')).matchingBench(...asked),
  },
  pull: { size: 'size', run: async (...asked) => (await import('../bench/pull/pull-bench.ts')).pullBench(...asked) },
  rules: {
    size: 'size',
    run: async (...asked) => (await import('../bench/rules/rules-bench.ts')).rulesBench(...asked),
  },
  statement: {
    size: 'size',
    run: async (...asked) => (await import('../bench/statement/statement-bench.ts')).statementBench(...asked),
  },
  verify: {
    size: 'size',
    run: async (...asked) => (await import('../bench/verify/verify-bench.ts')).verifyBench(...asked),
  },
};
const besideNames = Object.keys(besides);

/** @throws Refusal `wrong-usage` */
function known(asked: string): string {
  if (names.includes(asked)) return asked;
  const all = [...names, ...besideNames, quality];
  const close = perhaps(asked, all);
  throw wrongUsage(name, {
    fr: `Il n’y a pas de mesure « ${asked} » : ${all.join(', ')}.${close.fr}`,
    en: `There is no case '${asked}': ${all.join(', ')}.${close.en}`,
  });
}

const alone = (asked: string) =>
  wrongUsage(name, {
    fr: `« ${asked} » se mesure à part : sans autre mesure à côté.`,
    en: `'${asked}' is measured on its own: without another case beside it.`,
  });

/** @throws Refusal `wrong-usage` if nothing is installed there */
function installedIn(peers: string | undefined, beside: string): string | undefined {
  if (peers === undefined || existsSync(join(peers, 'node_modules'))) return peers;
  throw wrongUsage(name, {
    fr: `--peers ${peers} : rien n’y est installé ; « communs bench ${beside} --set-up-peers ${peers} » le fait.`,
    en: `--peers ${peers}: nothing is installed there; 'communs bench ${beside} --set-up-peers ${peers}' does it.`,
  });
}

/** @param foreign options that this way of measuring does not know @throws Refusal `wrong-usage` */
function refuseOptions(given: Readonly<Record<string, unknown>>, foreign: readonly string[], asked: string): void {
  const wrong = foreign.find(
    (each) => given[each] !== undefined && !(Array.isArray(given[each]) && given[each].length === 0),
  );
  if (wrong === undefined) return;
  throw wrongUsage(name, {
    fr: `--${wrong} n’est pas une option de « bench ${asked} ».`,
    en: `--${wrong} is no option of 'bench ${asked}'.`,
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
    fr: `mesure sur cette machine, avec des données inventées : ${names.join(', ')} ; tout cela sinon ; à part et à côté de ce que d’autres feraient : ${besideNames.join(', ')} ; ${quality}, ce qui est dit d’un jeu étiqueté`,
    en: `measures on this machine, with invented input: ${names.join(', ')}; else all of these; on its own, beside what others would do: ${besideNames.join(', ')}; ${quality}, what is said of a labelled set`,
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
    rows: {
      value: 'N',
      repeatable: true,
      summary: {
        fr: 'intake : lignes des fichiers, au lieu de 100 000 et 1 000 000 (XLSX : 200 000)',
        en: 'intake: lines of the files, instead of 100,000 and 1,000,000 (XLSX: 200,000)',
      },
    },
    rounds: {
      value: 'R',
      summary: { fr: `${besideNames.join(', ')} : tours, 5 sinon`, en: `${besideNames.join(', ')}: rounds, else 5` },
    },
    peers: {
      value: 'DIR',
      summary: {
        fr: `${besideNames.join(', ')} : dossier des autres, mesurés à tour de rôle avec nous`,
        en: `${besideNames.join(', ')}: folder of the others, measured in turn with ours`,
      },
    },
    'set-up-peers': {
      value: 'DIR',
      summary: {
        fr: `${besideNames.join(', ')} : y installe les autres avec npm, et ne mesure rien`,
        en: `${besideNames.join(', ')}: installs the others there with npm, and measures nothing`,
      },
    },
    set: {
      value: 'DIR',
      summary: {
        fr: `${quality} : dossier du jeu étiqueté, ../shared/data sinon`,
        en: `${quality}: folder of the labelled set, else ../shared/data`,
      },
    },
  },
  run: async ({ argument, options }, progress) => {
    const beside = argument.find((each) => besideNames.includes(each));
    if (beside !== undefined) {
      if (argument.length > 1) throw alone(beside);
      const { size: own, run } = besides[beside]!;
      refuseOptions(options, [own === 'rows' ? 'size' : 'rows', 'set'], beside);
      const setUp = options['set-up-peers'];
      if (setUp !== undefined) return setUpPeers(setUp, beside);
      const bounds = { command: name, from: 1, to: most };
      const sizes = options[own].map((text) => wholeNumber(text, { ...bounds, option: own })!);
      const rounds = wholeNumber(options.rounds, { ...bounds, option: 'rounds', to: 100 }) ?? 5;
      return run({ sizes, rounds, peers: installedIn(options.peers, beside) }, progress);
    }
    if (argument.includes(quality)) {
      if (argument.length > 1) throw alone(quality);
      refuseOptions(options, ['size', 'rows', 'rounds', 'peers', 'set-up-peers'], quality);
      return qualityBench(options.set, progress);
    }
    refuseOptions(options, ['rows', 'rounds', 'peers', 'set-up-peers', 'set'], argument.join(' '));
    const chosen = argument.length === 0 ? names : [...new Set(argument)].map(known);
    const sizes = options.size.map((text) => wholeNumber(text, { command: name, option: 'size', from: 1, to: most })!);
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
