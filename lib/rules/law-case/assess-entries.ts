// Assesses the entries of a worked case with the very rules of the ledger: a case only states its facts in fewer words.
import type { Day, Period } from '../../model/calendar.ts';
import { addDays } from '../../model/calendar.ts';
import type { Project } from '../../model/registry.ts';
import type { Secondment } from '../../model/secondment.ts';
import { assess } from '../assess.ts';
import type { Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { eligibility } from '../refusals/eligibility.ts';
import { type EntryRefusalCode, entryRefusalCodes } from '../refusals/refusal-codes.ts';
import { secondmentReasons, termExceededFrom } from '../refusals/secondment.ts';
import { anyProject, developer, noProject, projectsOf, secondmentOf, standing } from './case-facts.ts';
import type { CaseEntry, CaseInputs } from './case-fields.ts';
import { parseCasePeriod } from './case-period.ts';
import type { CaseRejection } from './case-rejection.ts';
import type { CaseRules } from './case-rules.ts';
import type { Complain } from './invalid-case.ts';
import { othersOn, refuseRepeatedDays } from './other-employers.ts';

export interface AssessedEntries {
  /** `period` null: the entry has only a label. */
  readonly accepted: readonly { readonly minutes: number; readonly period: Period | null; readonly field: string }[];
  readonly rejected: readonly CaseRejection[];
}

/** A decision already taken that comes before the weekly cap; a repeated line is left out of the day too, and has its own mark. */
const isRefusedBeforeWeek = ({ rejection }: CaseEntry): boolean =>
  rejection !== null &&
  rejection !== undefined &&
  rejection !== 'duplicate' &&
  entryRefusalCodes.indexOf(rejection) < entryRefusalCodes.indexOf('weekly-max-exceeded');

// What the rules say of time that goes to them under no project: they refuse it before the week is looked at, so that it takes nothing of the week.
const ofNoProject: readonly EntryRefusalCode[] = ['project-not-eligible-at-date', 'foundation-standing-missing'];

/** The earlier in the order of precedence. */
const firstReason = (codes: readonly EntryRefusalCode[]): EntryRefusalCode | undefined =>
  entryRefusalCodes.find((code) => codes.includes(code));

function claimOf(entry: CaseEntry, index: number, others: number): Claim {
  const day = entry.date!;
  return {
    entry: String(index).padStart(9, '0'),
    developer,
    day,
    project: entry.project ?? anyProject,
    unit: 'minute',
    amount: entry.minutes,
    receivedDay: day,
    writtenDay: day,
    withdrawnAmount: 0,
    repeated: entry.rejection === 'duplicate',
    otherEmployersAmount: others,
    heldByConflict: false,
    check: null,
    confirmation: {
      answer: entry.rejection === 'foundation-refused' ? 'disputed' : 'confirmed',
      confirmedAmount: null,
      group: 'case',
    },
    trace: null,
    claimedUnder: null,
  };
}

/** Days on which an answer about a period could change. */
function turningDays(
  secondment: Secondment,
  projects: readonly Project[],
  entry: CaseEntry,
  figures: readonly Figure[],
): Day[] {
  const { from, to, convention } = secondment;
  const project = projects.find(({ id }) => id === (entry.project ?? anyProject));
  return [
    ...(convention === null ? [] : [from, termExceededFrom(from, convention, figures)]),
    ...(to === null ? [] : [addDays(to, 1)]),
    ...(project?.eligibility ?? []).flatMap((interval) => [
      interval.from,
      ...(interval.to === null ? [] : [interval.to]),
    ]),
  ];
}

function periodOf(entry: CaseEntry, field: string, complain: Complain): Period | null {
  if (entry.period === undefined) return null;
  const period = parseCasePeriod(entry.period);
  if (period === null) {
    throw complain(`${field}.period`, {
      fr: `« ${entry.period} » n’est pas une période. Écrivez A..B.`,
      en: `'${entry.period}' is not a period. Write A..B.`,
    });
  }
  return period;
}

/**
 * @returns what counts and what does not, in order of the entries; dated entries meet every rule, periods those that do not need a day
 * @throws Refusal `invalid-declaration` where a period lies on both sides of a change, so that its share would be a guess
 */
export function assessEntries(inputs: CaseInputs, rules: CaseRules, complain: Complain): AssessedEntries {
  refuseRepeatedDays(inputs, complain);
  const entries = inputs.entries ?? [];
  const projects = projectsOf(inputs);
  const secondment = secondmentOf(inputs);
  const isEligible = eligibility(projects);
  const ofSecondment = secondmentReasons([secondment], rules.figures);

  const claims = entries.flatMap((entry, index) =>
    entry.date === undefined || entry.minutes === 0
      ? []
      : [
          {
            ...claimOf(entry, index, othersOn(entry.date, inputs, complain)),
            ...(isRefusedBeforeWeek(entry) && { project: noProject }),
          },
        ],
  );
  const { parts, allReasons } = assess({
    claims,
    secondments: [secondment],
    projects,
    standings: [standing],
    orders: [],
    region: 'metropole',
    ...rules,
  });
  const partsOf = Map.groupBy(parts, ({ entry }) => Number(entry));
  const reasonsOf = new Map(allReasons.map(({ entry, codes }) => [Number(entry), codes]));
  const eligibilityOf = (entry: CaseEntry, day: Day): readonly EntryRefusalCode[] =>
    isEligible(entry.project ?? anyProject, day) ? [] : ['project-not-eligible-at-date'];

  const accepted: { minutes: number; period: Period | null; field: string }[] = [];
  const rejected: CaseRejection[] = [];
  entries.forEach((entry, index) => {
    const field = `entries[${index}]`;
    if (inputs.eligibility !== undefined && entry.project === undefined) {
      throw complain(`${field}.project`, { fr: 'champ manquant. Ajoutez-le.', en: 'missing field. Add it.' });
    }
    const decided = entry.rejection ?? null;
    const settle = (minutes: number, codes: readonly EntryRefusalCode[], period: Period | null): void => {
      const reason = firstReason(decided === null ? codes : [...codes, decided]);
      if (reason === undefined) accepted.push({ minutes, period, field });
      else rejected.push({ minutes, reason, ...(entry.date === undefined ? {} : { date: entry.date }) });
    };
    if (entry.date !== undefined) {
      const period = { from: entry.date, to: entry.date };
      if (isRefusedBeforeWeek(entry)) {
        const said = (reasonsOf.get(index) ?? []).filter((code) => !ofNoProject.includes(code));
        settle(entry.minutes, [...said, ...eligibilityOf(entry, entry.date)], period);
        return;
      }
      for (const part of partsOf.get(index) ?? []) {
        settle(part.amount, part.state === 'refused' ? [part.code as EntryRefusalCode] : [], period);
      }
      return;
    }
    const period = periodOf(entry, field, complain);
    const turn = turningDays(secondment, projects, entry, rules.figures).find(
      (day) => period !== null && period.from < day && day <= period.to,
    );
    if (turn !== undefined && decided === null) {
      throw complain(`${field}.period`, {
        fr: `la réponse change le ${turn}. Coupez la période avant ce jour.`,
        en: `the answer changes on ${turn}. Cut the period before that day.`,
      });
    }
    if (period === null && decided === null && (inputs.eligibility ?? inputs.convention) !== undefined) {
      throw complain(`${field}.period`, {
        fr: 'ce cas a des dates d’éligibilité ou de convention : donnez un jour ou une période.',
        en: 'this case has dates of eligibility or convention: give a date or a period.',
      });
    }
    // A period cut in two by a change was decided by a person: only her word is known.
    const day = turn === undefined ? period?.from : undefined;
    const codes: EntryRefusalCode[] =
      day === undefined
        ? []
        : [...ofSecondment(claimOf({ ...entry, date: day }, index, 0)), ...eligibilityOf(entry, day)];
    settle(entry.minutes, codes, period);
  });
  return { accepted, rejected: rejected.filter(({ minutes }) => minutes > 0) };
}
