// Time that no secondment covers, or that one covers without its papers or beyond its term: as assessment will say.
import type { Bilingual } from '../../model/text.ts';
import { type SecondmentRefusalCode, secondmentReasons } from '../refusals/secondment.ts';
import { figuresOf } from '../rule-set.ts';
import type { Severity, TimeFinding } from './finding.ts';
import { projectDays } from './project-days.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { dayIn } from './words.ts';

/** A legal form that a scheme does not admit counts under another: it is told where a scheme is chosen. */
type ToldBefore = Exclude<SecondmentRefusalCode, 'legal-form-not-admitted'>;

const isTold = (code: SecondmentRefusalCode): code is ToldBefore => code !== 'legal-form-not-admitted';

const severities: Readonly<Record<ToldBefore, Severity>> = {
  'outside-secondment': 'confirm',
  // No line can be corrected for these, and the page of secondments says them too: they are told, and nothing is asked.
  'secondment-papers-missing': 'note',
  'public-servant-without-basis': 'note',
  'secondment-term-exceeded': 'note',
};

const details: Readonly<Record<ToldBefore, (fr: string, en: string) => Bilingual>> = {
  'outside-secondment': (fr, en) => ({
    fr: `Le ${fr} : aucune mise à disposition de cette personne ne couvre ce projet ce jour-là, et ce temps sera écarté. Corrigez la ligne, ou déclarez la mise à disposition ; sinon, dites pourquoi la ligne est juste.`,
    en: `${en}: no secondment of this person covers this project on that day, and this time will be refused. Correct the line, or declare the secondment; else say why the line is right.`,
  }),
  'secondment-papers-missing': (fr, en) => ({
    fr: `Le ${fr} : la convention, l’avenant ou l’accord de la personne n’était pas encore signé, et ce temps sera écarté. Joignez les jours de signature à la mise à disposition.`,
    en: `${en}: the agreement, the amendment or the person's consent was not signed yet, and this time will be refused. Add the days of signature to the secondment.`,
  }),
  'public-servant-without-basis': (fr, en) => ({
    fr: `Le ${fr} : un agent public ne peut être prêté que sur un fondement qui lui est propre, en vigueur ce jour-là, et ce temps sera écarté. Indiquez le fondement dans les mises à disposition.`,
    en: `${en}: a public servant can only be lent on a legal basis of her own, in force on that day, and this time will be refused. State the basis in the secondments.`,
  }),
  'secondment-term-exceeded': (fr, en) => ({
    fr: `Le ${fr} : le prêt dépasse sa durée maximale, et ce temps sera écarté. Il ne peut compter que sous une nouvelle convention.`,
    en: `${en}: the loan is beyond its longest term, and this time will be refused. It can count only under a new agreement.`,
  }),
};

export const secondment = (time: TimeAtHand): TimeFinding[] => {
  const reasonsOf = secondmentReasons(time.input.secondments, figuresOf(time.input.ruleSet, 'none'));
  return projectDays(time).flatMap(({ claim, about }) =>
    reasonsOf(claim)
      .filter(isTold)
      .map((code): TimeFinding => {
        const detail = details[code](dayIn('fr', claim.day), dayIn('en', claim.day));
        return { code, severity: severities[code], ...about, detail };
      }),
  );
};
