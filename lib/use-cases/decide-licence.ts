// The registrar answers a change of licence that was seen: the registry follows it from a day on, or stays as it is, and why is kept.
import type { Row } from '../ledger/batch.ts';
import type { LicenceDecisionView } from '../ledger/views/registry-views.ts';
import { type Day, isDay } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { LicenceInterval } from '../model/registry.ts';
import type { Ports } from '../ports.ts';
import { licencesAfter, type SeenLicence } from '../rules/licence-watch.ts';
import type { SigningPorts } from './append-signed.ts';
import { readRow } from './batches.ts';
import { readBook } from './book-state.ts';
import { aboutLicence, requireSomebodyFromElsewhere } from './check-deciders.ts';
import { type Declared, declare } from './declare.ts';
import { type WatchedProject, watchedProjects } from './licence-watch.ts';
import { bookKeyOwner, type NamingPorts, registryBook } from './people.ts';
import { requireRegistrar } from './roles.ts';

export type DecidePorts = SigningPorts & NamingPorts & Pick<Ports, 'saltKeys'>;

export interface LicenceAnswer {
  /** `pe-…` of the registrar. */
  readonly by: string;
  readonly project: string;
  /** The commit, or its first letters. */
  readonly commit: string;
  readonly outcome: 'follow' | 'keep';
  /** First day on which what was seen holds; null: the day of the commit in Paris. */
  readonly from: Day | null;
  /** `pe-…` of others who decide with her. */
  readonly others: readonly string[];
  readonly reason: string;
}

export interface LicenceDecided {
  readonly seen: SeenLicence;
  readonly from: Day;
  /** What the registry says from now on of the days from then on; none where it stays as it is. */
  readonly licences: readonly LicenceInterval[];
  /** True if all of it stood already. */
  readonly already: boolean;
}

const unknownProject = (project: string): Refusal =>
  new Refusal('unknown-project', {
    fr: `Le projet « ${project} » n’est pas au registre. Corrigez l’identifiant : « communs licences » donne ceux qu’il connaît.`,
    en: `The project '${project}' is not in the registry. Correct the identifier: 'communs licences' gives those it knows.`,
  });

/** @throws Refusal `unknown-project`, `unknown-licence-change` */
function changeMeant(projects: readonly WatchedProject[], asked: LicenceAnswer) {
  const watched = projects.find(({ project }) => project.id === asked.project);
  if (watched === undefined) throw unknownProject(asked.project);
  const isPrefix = /^[0-9a-f]{7,40}$/.test(asked.commit);
  const meant = watched.seen.flat().filter(({ sha }) => isPrefix && sha.startsWith(asked.commit));
  const [seen] = meant;
  if (seen !== undefined && new Set(meant.map(({ sha }) => sha)).size === 1) return { watched, seen };
  throw new Refusal('unknown-licence-change', {
    fr: `Aucun changement de licence du projet « ${asked.project} » n’a été vu au commit « ${asked.commit} », ou plusieurs commencent ainsi. « communs licences » donne les commits ; il en faut au moins sept caractères. Rien n’a été inscrit au registre.`,
    en: `No change of licence of the project '${asked.project}' was seen at the commit '${asked.commit}', or several begin so. 'communs licences' gives the commits; at least seven characters are needed. Nothing was entered in the registry.`,
  });
}

const reasonNeeded = (why: { readonly fr: string; readonly en: string }): Refusal =>
  new Refusal('reason-needed', {
    fr: `${why.fr} Dites pourquoi (--reason « … ») : le motif reste au registre. Rien n’y a été inscrit.`,
    en: `${why.en} Say why (--reason '…'): the reason stays in the registry. Nothing was entered in it.`,
  });

/** Neither against what was seen nor before it without a word. @throws Refusal `invalid-input`, `reason-needed` */
function dayDecided({ from: asked, outcome, reason }: LicenceAnswer, { day }: SeenLicence): Day {
  const from = asked ?? day;
  if (!isDay(from)) {
    throw new Refusal('invalid-input', {
      fr: `« ${from} » n’est pas un jour du calendrier. Écrivez-le AAAA-MM-JJ.`,
      en: `'${from}' is no day of the calendar. Write it YYYY-MM-DD.`,
    });
  }
  if (reason.trim() !== '') return from;
  if (outcome === 'keep') {
    throw reasonNeeded({
      fr: 'Le registre resterait autre que ce qui a été vu.',
      en: 'The registry would stay other than what was seen.',
    });
  }
  if (from < day) {
    throw reasonNeeded({
      fr: `Le ${from} vient avant le ${day}, jour du commit à Paris : une licence n’est pas antidatée sans un mot.`,
      en: `${from} comes before ${day}, the day of the commit in Paris: no licence is back-dated without a word.`,
    });
  }
  return from;
}

/**
 * The licences first, then the decision that settles the finding: after a crash between them the same command goes on.
 * @throws Refusal `not-allowed`, `unknown-project`, `unknown-licence-change`, `reason-needed`, `invalid-input`
 */
export async function decideLicence(ports: DecidePorts, asked: LicenceAnswer): Promise<LicenceDecided> {
  const { by, outcome, reason } = asked;
  await requireRegistrar(ports, by);
  const { watched, seen } = changeMeant(await watchedProjects(ports), asked);
  const { id: project, foundation, licences: registered } = watched.project;
  const from = dayDecided(asked, seen);
  const decidedBy = [...new Set([by, ...asked.others])].sort();
  const registry = await readBook(ports, registryBook);
  const about = aboutLicence(project);
  await requireSomebodyFromElsewhere(ports, registry, { about, foundation, from, decidedBy });

  const licences = outcome === 'keep' ? [] : licencesAfter(registered, seen, from);
  const said = { book: registryBook, by };
  let written = 0;
  // What begins first: what it ends still says until when, should the same command have to go on after a crash between the two.
  for (const licence of licences.toReversed()) {
    const changed: Declared<'licence-changed'> = {
      ...said,
      kind: 'licence-changed',
      data: { project, ...licence },
      standing: async (state) => {
        const view = (await state.get(`projects/${project}`)) as { licences: readonly { from: string }[] } | null;
        return view?.licences.find((one) => one.from === licence.from) ?? null;
      },
    };
    if (await declare(ports, changed)) written += 1;
  }
  const key = await ports.saltKeys.of(bookKeyOwner(registryBook));
  const row: Row = { row: { project, sha: seen.sha, outcome, reason }, position: `${project} ${seen.sha}`, key };
  const { repository, sha, day: seenOn } = seen;
  const decided: Declared<'licence-decided'> = {
    ...said,
    kind: 'licence-decided',
    data: { project, repository, sha, outcome, from, seenOn, decidedBy },
    rows: [row],
    standing: async (state) => {
      const decisions = await state.list(`licence-decisions/${project}`);
      const last = decisions
        .map(({ value }) => value as unknown as LicenceDecisionView)
        .findLast((one) => one.sha === sha);
      if (last === undefined) return null;
      const { batch, ...rest } = last;
      const said = (await readRow(ports, registryBook, batch, 0)) as { readonly reason: string } | null;
      return said?.reason === reason ? rest : null;
    },
  };
  if (await declare(ports, decided)) written += 1;
  return { seen, from, licences, already: written === 0 };
}
