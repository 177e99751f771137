import { readElsewhere } from '../../lib/adapters/forge/elsewhere.ts';
import { recordedForge } from '../../lib/adapters/forge/recorded.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { RepositoryRef } from '../../lib/model/registry.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Forge } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { repositoriesOf } from '../../lib/use-cases/pull-contributions.ts';
import { type PulledRepository, pullRepository } from '../../lib/use-cases/pull-repository.ts';
import { instantInWords } from '../../web/parts/dates.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { command, type Outcome, type Progress } from '../frame/command.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'pull';

/** The commits of a file in place of those of the repository. */
const recording = (file: string): Forge => readElsewhere(recordedForge(), () => file);

/** @throws Refusal `unknown-project`, `wrong-usage` where the project has not exactly the repositories that are meant */
async function chosen(
  ports: Ports,
  { project, repository: url, from }: { project: string; repository: string | undefined; from: string | undefined },
): Promise<readonly RepositoryRef[]> {
  const all = await repositoriesOf(ports, project);
  const meant = url === undefined ? all : all.filter((repository) => repository.url === url);
  const list = all.map((repository) => repository.url).join(', ');
  if (meant.length === 0) {
    throw wrongUsage(name, {
      fr: `Le registre ne donne pas ce dépôt au projet « ${project} ». Il lui donne : ${list || 'aucun'}.`,
      en: `The registry does not give this repository to the project '${project}'. It gives it: ${list || 'none'}.`,
    });
  }
  if (from !== undefined && meant.length > 1) {
    throw wrongUsage(name, {
      fr: `Un fichier est celui d’un seul dépôt : ajoutez --repository, parmi ${list}.`,
      en: `A file is that of one repository: add --repository, one of ${list}.`,
    });
  }
  return meant;
}

/** The run is not at its end: what was seen is kept on this machine, and no fact is written yet. */
function waitingLine({ url }: PulledRepository, until: string, language: Language): string {
  const at = instantInWords(language, until);
  return language === 'fr'
    ? `${url} : la forge demande de revenir le ${at}. Ce qui a été vu est gardé : relancez la même commande après cette heure, elle reprendra là.`
    : `${url}: the forge asks to come back on ${at}. What was seen is kept: run the same command after that time, and it goes on from there.`;
}

function lineOf(pulled: PulledRepository, language: Language): string {
  const count = (n: number): string => whole(language, n);
  if (pulled.waiting !== null) return waitingLine(pulled, pulled.waiting.until, language);
  const { url, already, contributions, authors, lostTips, licenceChanges, bytesTransferred } = pulled;
  const bytes = bytesTransferred === null ? null : count(bytesTransferred);
  const parts = {
    fr: [
      already ? 'rien de nouveau' : `contributions nouvelles : ${count(contributions)}, auteurs : ${count(authors)}`,
      ...(lostTips === 0 ? [] : [`historique réécrit, branches perdues : ${count(lostTips)} ; ce qui fut vu reste`]),
      ...(licenceChanges === 0
        ? []
        : [`changements de licence vus : ${count(licenceChanges)} (« communs licences » les compare au registre)`]),
      ...(bytes === null ? [] : [`octets reçus : ${bytes}`]),
    ],
    en: [
      already ? 'nothing new' : `new contributions: ${count(contributions)}, authors: ${count(authors)}`,
      ...(lostTips === 0 ? [] : [`history rewritten, lost tips: ${count(lostTips)}; what was seen stays`]),
      ...(licenceChanges === 0
        ? []
        : [`changes of licence seen: ${count(licenceChanges)} ('communs licences' sets them beside the registry)`]),
      ...(bytes === null ? [] : [`bytes received: ${bytes}`]),
    ],
  };
  return `${url}${language === 'fr' ? ' :' : ':'} ${parts[language].join(' ; ')}`;
}

/** 1 as long as a run is not at its end: nothing of it is written yet. */
export const pullOutcome = (repositories: readonly PulledRepository[]): Outcome => ({
  exitCode: repositories.some(({ waiting }) => waiting !== null) ? 1 : 0,
  json: () => ({
    written: repositories.reduce((sum, { contributions }) => sum + contributions, 0),
    unchanged: repositories.filter(({ already }) => already).length,
    repositories,
  }),
  text: (language) => repositories.map((pulled) => lineOf(pulled, language)).join('\n'),
});

const progressOf =
  (progress: Progress, { url }: RepositoryRef) =>
  (done: number, total: number | null): void => {
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      [done, ...(total === null ? [] : [total])].map((n) => whole(language, n)).join(' / '),
    );
    progress({ fr: `${url} : contributions lues ${fr}`, en: `${url}: contributions read ${en}` });
  };

export const pull = command({
  name,
  argument: null,
  summary: {
    fr: 'relève les contributions des dépôts d’un projet, une fois pour toutes les sociétés',
    en: 'takes in the contributions of a project’s repositories, once for all companies',
  },
  options: {
    project: {
      value: 'ID',
      required: true,
      summary: { fr: 'le projet, au registre', en: 'the project, in the registry' },
    },
    repository: {
      value: 'URL',
      summary: { fr: 'l’un de ses dépôts seulement', en: 'only this one of its repositories' },
    },
    from: {
      value: 'FILE.jsonl.gz',
      summary: { fr: 'commits enregistrés, au lieu du dépôt', en: 'recorded commits, instead of the repository' },
    },
    ...writingOptions,
  },
  run: async ({ options }, progress) => {
    const { from, as } = options;
    const repositories = await withLedger(options, async (ports) => {
      const by = await actorOf(ports, as);
      const [seenBy, forge] =
        from === undefined ? (['pull', ports.forge] as const) : (['recorded', recording(from)] as const);
      const pulled: PulledRepository[] = [];
      for (const repository of await chosen(ports, options)) {
        const asked = { by, seenBy, progress: progressOf(progress, repository) };
        pulled.push(await pullRepository({ ...ports, forge }, repository, asked));
      }
      return pulled;
    });
    return pullOutcome(repositories);
  },
});
