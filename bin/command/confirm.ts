import type { ProjectView } from '../../lib/ledger/views/registry-views.ts';
import type { ConfirmationAnswer } from '../../lib/model/confirmation.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import type { Ports } from '../../lib/ports.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { companyOf, developerOf, personOf, registryBook } from '../../lib/use-cases/people.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { developerOption } from '../developer-option.ts';
import { amountOf, amountOptions } from '../frame/amount-options.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command } from '../frame/command.ts';
import { handedOutcome } from '../frame/handed-outcome.ts';
import { monthOf } from '../frame/month-option.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'confirm';

const said: Readonly<Record<ConfirmationAnswer, Bilingual>> = {
  confirmed: { fr: 'Temps confirmé.', en: 'Time confirmed.' },
  partly: { fr: 'Temps confirmé en partie.', en: 'Time confirmed in part.' },
  disputed: { fr: 'Temps contesté par la fondation.', en: 'Time disputed by the foundation.' },
  'cannot-tell': {
    fr: 'La fondation ne peut pas se prononcer : ce temps attend.',
    en: 'The foundation cannot tell: this time waits.',
  },
};

/** @throws Refusal `unknown-project` */
async function foundationOf(ports: Ports, project: string): Promise<string> {
  const registry = await readBook(ports, registryBook);
  const view = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  if (view !== null && view.registered !== null) return view.registered.foundation;
  throw new Refusal('unknown-project', {
    fr: `Le projet « ${project} » n’est pas au registre. Vérifiez son identifiant.`,
    en: `The project '${project}' is not in the registry. Check its identifier.`,
  });
}

export const confirm = command({
  name,
  argument: null,
  summary: {
    fr: 'la fondation confirme le mois d’une personne sur un projet, en tout ou partie, ou le conteste',
    en: 'the foundation confirms one person’s month on a project, whole or part, or disputes it',
  },
  options: {
    ...companyOption,
    ...developerOption,
    project: { value: 'ID', required: true, summary: { fr: 'le projet', en: 'the project' } },
    month: { value: 'YYYY-MM', required: true, summary: { fr: 'le mois', en: 'the month' } },
    ...amountOptions(
      { fr: 'confirme cette partie seulement, en minutes', en: 'confirms only this part, in minutes' },
      { fr: 'confirme cette partie seulement, en demi-journées', en: 'confirms only this part, in half-days' },
    ),
    dispute: { summary: { fr: 'conteste tout ce temps', en: 'disputes all of this time' } },
    'cannot-tell': { summary: { fr: 'ne peut pas se prononcer', en: 'cannot tell' } },
    withdraw: {
      summary: {
        fr: 'reprend la dernière réponse : ce temps attend de nouveau',
        en: 'takes the last answer back: this time waits again',
      },
    },
    comment: { value: 'TEXT', summary: { fr: 'pourquoi', en: 'why' } },
    ...writingOptions,
    as: {
      value: 'PERSON',
      required: true,
      summary: { fr: 'le signataire, inscrit au registre', en: 'the signatory, as the registry has her' },
    },
  },
  run: async ({ options }) => {
    const part = amountOf(name, options);
    const asked: ConfirmationAnswer[] = [
      ...(part === null ? [] : (['partly'] as const)),
      ...(options.dispute ? (['disputed'] as const) : []),
      ...(options['cannot-tell'] ? (['cannot-tell'] as const) : []),
      ...(options.withdraw ? (['confirmed'] as const) : []),
    ];
    const [answer = 'confirmed', second] = asked;
    if (second !== undefined) {
      throw wrongUsage(name, {
        fr: 'Une seule réponse : tout (sans option), une partie, --dispute, --cannot-tell ou --withdraw.',
        en: 'One answer only: all (no option), a part, --dispute, --cannot-tell or --withdraw.',
      });
    }
    const { project } = options;
    const month = monthOf(name, options.month);
    const shareIn = async (ports: Ports) => {
      const company = await companyOf(ports, options.company);
      const { developer } = await developerOf(ports, company, options.developer);
      const by = await personOf(ports, options.as);
      return { by, foundation: await foundationOf(ports, project), company, developer, project, month };
    };
    if (options.withdraw) {
      const withdrawn = await withLedger(options, async (ports) => withdrawAnswer(ports, await shareIn(ports)));
      return appendedOutcome(withdrawn, {
        fr: 'Réponse reprise : ce temps attend.',
        en: 'Answer taken back: this time waits.',
      });
    }
    const handed = await withLedger(options, async (ports) =>
      answerContributions(ports, {
        ...(await shareIn(ports)),
        ...{ answer, amount: part?.amount ?? null, comment: options.comment ?? null },
      }),
    );
    return handedOutcome(handed, said[answer]);
  },
});
