// HR corrects one person's time on one day: a signed delta with its reason. What was posted stays, and both show.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import type { ProjectView } from '../ledger/views/registry-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { Day } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import { minutesOfADay } from '../model/duration.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { inTurn, type ReadingPorts } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { type CorrectionRow, declaredTime, standingAmount } from './declared-time.ts';
import { companyBook, type DirectoryPorts, developerKeyOwner, registryBook } from './people.ts';
import { requireAtCompany } from './roles.ts';
import { requireEnrolled } from './seconded.ts';

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
 * To correct again what was taken back since is a new act.
 * @returns the seq of the last fact that undid the same thing: a correction the other way, or the undo of a timesheet with such lines
 */
async function lastUndone(ports: ReadingPorts, state: BookState, asked: CorrectTime): Promise<number | null> {
  const { developer, day, project, unit, delta } = asked;
  const { entries, corrections } = await declaredTime(ports, state, { from: day, to: day }, developer);
  const lines = entries.filter((one) => one.project === project && one.unit === unit);
  const less = corrections.filter((one) => one.project === project && one.unit === unit);
  const reversals = [
    ...lines.filter(({ file, amount }) => file === null && amount === -delta),
    ...less.filter((one) => one.delta === -delta),
  ].map(({ posting }) => posting);
  const undos = await inTurn(lines, async ({ posting }) => {
    const view = (await state.get(`postings/${seqName(posting)}`)) as unknown as PostingView;
    return view.undone?.seq ?? -1;
  });
  const last = Math.max(-1, ...reversals, ...undos);
  return last < 0 ? null : last;
}

/**
 * The same correction twice is one: a second one of the same size on the same day says so in its reason.
 * @throws Refusal `not-allowed`; `nothing-to-correct` if more would be taken back than stands there; `unknown-project` for time on none of the registry,
 * `day-over-24h`, `unknown-developer` for somebody whom the company has not enrolled
 */
export async function correctTime(
  ports: AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>,
  asked: CorrectTime,
): Promise<Appended> {
  const { company, by, developer, day, project, unit, delta } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const reason = typedText(asked.reason);
  const book = companyBook(company);
  if (delta > 0) await requireProject(ports, project);
  const state = await readBook(ports, book);
  // Before a key is made for nobody.
  await requireEnrolled(state, developer);
  const key = await ports.saltKeys.of(developerKeyOwner(company, developer));
  const after = await lastUndone(ports, state, asked);
  const { sha256, hmacSha256 } = ports.primitives;
  const what = { developer, day, project, unit, delta, reason, after };
  // Under her own key: nobody guesses a reason or an amount from the cause.
  const on = toHex(hmacSha256(key, canonicalBytes(what)));
  const cause = causeOf(sha256, { actor: company, act: 'correct-time', on, after: null });
  return append(
    ports,
    { book, cause, dependsOn: ['timesheet-posted', 'timesheet-undone', 'correction-posted'] },
    async (now, store) => {
      const { entries } = await declaredTime(ports, now, { from: day, to: day }, developer);
      const ofUnit = entries.filter((entry) => entry.unit === unit);
      const sum = (of: typeof entries): number => of.reduce((total, entry) => total + standingAmount(entry), 0);
      const standing = sum(ofUnit.filter((entry) => entry.project === project));
      if (!Number.isSafeInteger(delta) || delta === 0 || standing + delta < 0) throw nothingToCorrect(standing, unit);
      const whole = sum(ofUnit) + delta;
      if (delta > 0 && unit === 'minute' && whole > minutesOfADay) throw dayOver24h(day, whole);
      const row: CorrectionRow = { developer, day, project, unit, amount: delta, source: null, written: null, reason };
      const batch = await store([{ row: row as unknown as Json, position: '', key }]);
      const amount = { minutes: unit === 'minute' ? delta : 0, halfDays: unit === 'half-day' ? delta : 0 };
      return { kind: 'correction-posted', by, data: { ...amount, batch } };
    },
  );
}

/** A correction is held to it as a file is. */
const dayOver24h = (day: Day, minutes: number): Refusal =>
  new Refusal('day-over-24h', {
    fr: `Le ${day} aurait ${minutes} minutes, sur tous les projets, pour un jour de ${minutesOfADay}. Vérifiez le jour et la durée, ou retirez d’abord ce qui est de trop.`,
    en: `${day} would have ${minutes} minutes, over all projects, in a day of ${minutesOfADay}. Check the day and the amount, or take back first what is too much.`,
  });

async function requireProject(ports: BookPorts, project: string): Promise<void> {
  const registry = await readBook(ports, registryBook);
  const known = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  if (known !== null && known.registered !== null) return;
  throw new Refusal('unknown-project', {
    fr: `Le projet « ${project} » n’est pas au registre. Corrigez l’identifiant, ou faites inscrire le projet par le registre (« communs registry »).`,
    en: `The project '${project}' is not in the registry. Correct the identifier, or have the registrar add the project ('communs registry').`,
  });
}

function nothingToCorrect(standing: number, unit: TimeUnit): Refusal {
  const [fr, en] = unit === 'minute' ? ['minutes', 'minutes'] : ['demi-journées', 'half-days'];
  return new Refusal('nothing-to-correct', {
    fr: `Il reste ${standing} ${fr} déclarées ce jour-là sur ce projet : on ne peut pas en retirer davantage, ni corriger de zéro. Vérifiez la personne, le jour, le projet et le signe.`,
    en: `There are ${standing} ${en} left on that day and project: no more can be taken back, and a correction is not zero. Check the person, the day, the project and the sign.`,
  });
}
