// HR corrects one person's time on one day: a signed delta with its reason. What was posted stays, and both show.
import type { Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { Day } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { type CorrectionRow, declaredTime, standingAmount } from './declared-time.ts';
import { companyBook, developerKeyOwner } from './people.ts';

export interface CorrectTime {
  readonly company: string;
  readonly by: string;
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** Not 0; below 0 takes time back. In `unit`. */
  readonly delta: number;
  readonly reason: string;
}

/**
 * The same correction twice is one: a second one of the same size on the same day says so in its reason.
 * @throws Refusal `nothing-to-correct` if more would be taken back than stands there
 */
export async function correctTime(ports: AppendPorts & Pick<Ports, 'saltKeys'>, asked: CorrectTime): Promise<Appended> {
  const { company, by, developer, day, project, unit, delta } = asked;
  const reason = typedText(asked.reason);
  const book = companyBook(company);
  const on = { developer, day, project, unit, delta, reason };
  const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'correct-time', on, after: null });
  const key = await ports.saltKeys.of(developerKeyOwner(company, developer));
  return append(
    ports,
    { book, cause, dependsOn: ['timesheet-posted', 'timesheet-undone', 'correction-posted'] },
    async (state, store) => {
      const { entries } = await declaredTime(ports, state, { from: day, to: day }, developer);
      const standing = entries
        .filter((entry) => entry.project === project && entry.unit === unit)
        .reduce((sum, entry) => sum + standingAmount(entry), 0);
      if (!Number.isSafeInteger(delta) || delta === 0 || standing + delta < 0) throw nothingToCorrect(standing, unit);
      const row: CorrectionRow = { developer, day, project, unit, amount: delta, source: null, written: null, reason };
      const batch = await store([{ row: row as unknown as Json, position: '', key }]);
      const amount = { minutes: unit === 'minute' ? delta : 0, halfDays: unit === 'half-day' ? delta : 0 };
      return { kind: 'correction-posted', by, data: { ...amount, batch } };
    },
  );
}

function nothingToCorrect(standing: number, unit: TimeUnit): Refusal {
  const [fr, en] = unit === 'minute' ? ['minutes', 'minutes'] : ['demi-journées', 'half-days'];
  return new Refusal('nothing-to-correct', {
    fr: `Il reste ${standing} ${fr} déclarées ce jour-là sur ce projet : on ne peut pas en retirer davantage, ni corriger de zéro. Vérifiez la personne, le jour, le projet et le signe.`,
    en: `There are ${standing} ${en} left on that day and project: no more can be taken back, and a correction is not zero. Check the person, the day, the project and the sign.`,
  });
}
