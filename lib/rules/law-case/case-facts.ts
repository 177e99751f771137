// What a worked case says in a few fields, put into the words of the ledger: projects, a secondment, the rules with the case's own caps.
import type { Day } from '../../model/calendar.ts';
import type { FoundationStanding, Project } from '../../model/registry.ts';
import type { Secondment } from '../../model/secondment.ts';
import type { CaseInputs } from './case-fields.ts';

const always: Day = '0001-01-01';
/** The one person of a case. */
export const developer = 'case';
/** The project of an entry that names none. */
export const anyProject = 'any';
/** No case can name it: a project is never an empty name. */
export const noProject = '';

/** Without a list of eligibility every project is eligible: the case does not ask. */
export function projectsOf({ eligibility: declared, entries = [] }: CaseInputs): Project[] {
  const ofProject = Map.groupBy(declared ?? [], ({ project }) => project);
  const ids = declared === undefined ? [...entries.map(({ project }) => project ?? anyProject)] : ofProject.keys();
  return [...new Set(ids)].map((id) => {
    const intervals =
      declared === undefined
        ? [{ from: always, to: null }]
        : (ofProject.get(id) ?? []).flatMap((one) => one.intervals.map(([from, to]) => ({ from, to })));
    return {
      id,
      name: id,
      foundation: 'case',
      repositories: [],
      successorOf: null,
      licences: intervals.map((interval) => ({
        ...interval,
        spdx: 'as stated by the case',
        open: true,
        evidence: 'case',
      })),
      eligibility: intervals.map((interval) => ({ ...interval, eligible: true, decidedBy: [], reason: 'case' })),
    };
  });
}

/** A case says nothing of its foundation: it has the standing that its scheme asks for. */
export const standing: FoundationStanding = {
  foundation: 'case',
  standing: '238bis',
  category: 'a',
  proof: 'case',
  restrictedCircleExamined: true,
  country: 'FR',
  approval: null,
  criteria: [],
  from: always,
  to: null,
  decidedBy: [],
};

/** Without a convention in the case nothing is said of the loan: a gift of services has neither papers nor term. */
export function secondmentOf({ convention, entries = [] }: CaseInputs): Secondment {
  const signed = convention?.from ?? null;
  return {
    id: 'case',
    developer,
    foundation: 'case',
    projects: [...new Set([noProject, ...entries.map(({ project }) => project ?? anyProject)])],
    from: convention?.from ?? always,
    to: convention?.to ?? null,
    share: '1',
    legalForm: convention === undefined ? 'service-gift' : 'loan',
    staff: 'employee',
    basis: null,
    unit: 'minute',
    weeklyMinutes: null,
    workingDays: null,
    convention: signed,
    amendment: signed,
    consent: signed,
    endedOn: null,
  };
}
