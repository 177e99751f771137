// Why a corroboration says what it says, in words for the developer, HR and the foundation. It never names a number of hours.
import { type Contribution, isCommitRow } from '../model/contribution.ts';
import type { Corroboration, CorroborationReason } from '../model/corroboration.ts';
import type { Bilingual } from '../model/text.ts';
import type { DropReason } from './drop.ts';

type Sentence = (trace: Bilingual) => Bilingual;

const sentences: Readonly<Record<CorroborationReason, Sentence>> = {
  'traces-agree': (trace) => ({
    fr: `Les traces publiques concordent : ${trace.fr}.`,
    en: `Public traces agree: ${trace.en}.`,
  }),
  'thin-trace': (trace) => ({
    fr: `Une trace publique existe à proximité, mais elle ne suffit pas pour tout le temps déclaré : ${trace.fr}. Ajoutez ce qui montre le reste du travail, ou laissez la fondation répondre.`,
    en: `There is a public trace nearby, but not enough for all the declared time: ${trace.en}. Add what shows the rest of the work, or let the foundation answer.`,
  }),
  'no-public-trace': () => ({
    fr: 'Aucune trace publique autour de ce jour dans ce projet. C’est normal pour la conception, les relectures, les réunions ou la sécurité : ajoutez ce qui montre le travail, ou laissez la fondation répondre.',
    en: 'No public trace around this day in this project. That is normal for design, reviews, meetings or security work: add what shows the work, or let the foundation answer.',
  }),
  'identity-not-linked': () => ({
    fr: 'Rien n’a été cherché sur les forges pour cette personne, qui n’est pas tenue d’y rattacher une identité : cela ne dit rien contre ce temps. La fondation répond.',
    en: 'Nothing was looked up on forges for this person, who need not link an identity there: that says nothing against this time. The foundation answers.',
  }),
  'identity-proposed': () => ({
    fr: 'Une identité proposée, pas encore liée, expliquerait ce temps : la personne peut la lier ou la refuser depuis sa page.',
    en: 'A proposed identity, not linked yet, would explain this time: the person can link or refuse it from her page.',
  }),
  'conflict-of-claims': () => ({
    fr: 'Le même jour ou le même travail est aussi déclaré par une autre entreprise ou une autre personne : la fondation tranche.',
    en: 'The same day or the same work is also claimed by another company or person: the foundation decides.',
  }),
};

function traceOf(used: readonly Contribution[]): Bilingual {
  const days = [...new Set(used.map(({ authorDay }) => authorDay))].sort();
  const shas = [...new Set(used.filter(isCommitRow).map(({ sha }) => sha.slice(0, 12)))];
  const count = shas.length + used.filter((one) => !isCommitRow(one)).length;
  // What is no commit has no id that anybody could look up.
  const named = shas.slice(0, 3).join(', ');
  const more = shas.length - 3;
  const span = days.length > 1 ? `${days[0]} … ${days.at(-1)}` : (days[0] ?? '');
  const where = {
    fr: `${span}${named === '' ? '' : ` : ${named}`}${more > 0 ? ` et ${more} de plus` : ''}`,
    en: `${span}${named === '' ? '' : `: ${named}`}${more > 0 ? ` and ${more} more` : ''}`,
  };
  return {
    fr: `${count === 1 ? 'une contribution' : `${count} contributions`} (${where.fr})`,
    en: `${count === 1 ? 'one contribution' : `${count} contributions`} (${where.en})`,
  };
}

/** Why a contribution carries no time, told to the developer alone. */
export const leftOutTexts: Readonly<Record<DropReason, Bilingual>> = {
  bot: {
    fr: 'Faite par un programme, d’après son nom ou son adresse. Si c’est vous, prouvez que cette identité est la vôtre.',
    en: 'Made by a program, by its name or address. If it is you, prove that this identity is yours.',
  },
  merge: {
    fr: 'Fusion : elle réunit un travail que ses propres commits montrent.',
    en: 'A merge: it joins work that its own commits show.',
  },
  'revert-of-own-work': {
    fr: 'Annule votre propre travail, qui compte toujours.',
    en: 'Takes back your own work, which still counts.',
  },
  'copy-of-another': {
    fr: 'Reprend le travail d’une autre personne.',
    en: 'Copies work that somebody else made.',
  },
  'squash-of-own-commits': {
    fr: 'Réunit vos propres commits d’une demande de fusion : ce sont eux qui montrent vos jours.',
    en: 'Joins your own commits of a pull request: it is those that show your days.',
  },
  'impossible-day': {
    fr: 'Datée d’après son enregistrement : son jour ne peut pas être le bon.',
    en: 'Dated after it was recorded: its day cannot be right.',
  },
};

/**
 * @param contributionsById at least those the corroboration names; a missing one (erased) is left out of the words
 * @returns one sentence for each reason, in the order of the reasons
 */
export function explain(corroboration: Corroboration, contributionsById: ReadonlyMap<string, Contribution>): Bilingual {
  const used = corroboration.contributions.flatMap((id) => contributionsById.get(id) ?? []);
  const erased: Bilingual = { fr: 'contributions effacées depuis', en: 'contributions erased since' };
  const trace = used.length === 0 ? erased : traceOf(used);
  const parts = corroboration.reasons.map((reason) => sentences[reason](trace));
  return { fr: parts.map(({ fr }) => fr).join(' '), en: parts.map(({ en }) => en).join(' ') };
}
