import type { Language } from '../../lib/model/text.ts';
import { inTurn } from '../../lib/use-cases/batches.ts';
import { decideLicence, type LicenceDecided } from '../../lib/use-cases/decide-licence.ts';
import { personOf } from '../../lib/use-cases/people.ts';
import { allStatementsTouched, type TouchedStatement } from '../../lib/use-cases/statements-touched.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { dayOption } from '../day-option.ts';
import { command } from '../frame/command.ts';
import { touchedText, whenSeen } from '../frame/licence-text.ts';
import { withLedger } from '../ledger.ts';

const name = 'decide-licence';

function decidedText(
  { seen, from, licences, already }: LicenceDecided,
  touched: readonly TouchedStatement[],
  language: Language,
): string {
  const intervals = licences.map(({ spdx, from: first, to }) => `${spdx} ${first} – ${to ?? '…'}`).join(' ; ');
  const words = {
    fr: {
      stood: 'Déjà décidé ainsi : rien de nouveau n’a été inscrit.',
      kept: 'Le registre reste tel qu’il est ; la décision et son motif y sont inscrits.',
      followed: `Le registre suit à partir du ${from} : ${intervals}.`,
      seen: `Vu : ${whenSeen(seen, 'fr')}.`,
    },
    en: {
      stood: 'Decided so already: nothing new was entered.',
      kept: 'The registry stays as it is; the decision and its reason are entered in it.',
      followed: `The registry follows from ${from}: ${intervals}.`,
      seen: `Seen: ${whenSeen(seen, 'en')}.`,
    },
  }[language];
  return [
    ...(already ? [words.stood] : []),
    licences.length === 0 ? words.kept : words.followed,
    words.seen,
    ...touchedText(touched, language),
  ].join('\n');
}

export const decideLicenceCommand = command({
  name,
  argument: null,
  summary: {
    fr: 'le teneur du registre décide d’un changement de licence vu dans un dépôt : le registre suit, ou reste tel quel',
    en: 'the registrar decides about a change of licence seen in a repository: the registry follows, or stays',
  },
  options: {
    project: {
      value: 'ID',
      required: true,
      summary: { fr: 'le projet, au registre', en: 'the project, in the registry' },
    },
    commit: {
      value: 'SHA',
      required: true,
      summary: { fr: 'le commit, ou ses sept premiers caractères', en: 'the commit, or its first seven characters' },
    },
    from: {
      value: 'DAY',
      summary: {
        fr: 'premier jour de la licence vue ; sinon le jour du commit à Paris',
        en: 'first day of the licence seen; else the day of the commit in Paris',
      },
    },
    keep: { summary: { fr: 'le registre reste tel qu’il est', en: 'the registry stays as it is' } },
    with: {
      value: 'PERSON',
      repeatable: true,
      summary: {
        fr: 'qui décide avec vous : quelqu’un d’ailleurs',
        en: 'who decides with you: somebody from elsewhere',
      },
    },
    reason: { value: 'TEXT', summary: { fr: 'pourquoi ; gardé au registre', en: 'why; kept in the registry' } },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const { project, commit, reason = '' } = options;
    const from = dayOption(name, 'from', options.from);
    const { decided, touched } = await withLedger(options, async (ports) => {
      const by = await actorOf(ports, options.as);
      const others = await inTurn(options.with, (login) => personOf(ports, login));
      const outcome = options.keep ? ('keep' as const) : ('follow' as const);
      const answer = { by, project, commit, outcome, from, others, reason };
      return {
        decided: await decideLicence(ports, answer),
        touched: await allStatementsTouched(ports),
      };
    });
    return {
      exitCode: 0,
      json: () => ({ ...decided, statements: touched }),
      text: (language) => decidedText(decided, touched, language),
    };
  },
});
