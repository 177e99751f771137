// A year of a whole company, invented: claims as the ledger hands them to assessment, with their secondments and projects, and the pay of each person.
import type { Project } from '../../../lib/model/registry.ts';
import type { Secondment } from '../../../lib/model/secondment.ts';
import type { Claim } from '../../../lib/rules/assessment.ts';
import { drawer } from '../beside/drawer.ts';

export interface MadeYear {
  readonly claims: readonly Claim[];
  readonly secondments: readonly Secondment[];
  readonly projects: readonly Project[];
  /** Of the year, by developer: eligible cost, and the minutes that she worked. */
  readonly pays: ReadonlyMap<string, { readonly costCents: number; readonly timeBaseMinutes: number }>;
}

export const year = { from: '2025-01-01', to: '2025-12-31' };
/** A project of which the licence was closed from this day on, and open again from the other. */
export const closed = { project: 'lib-0', from: '2025-04-01', to: '2025-06-01' };

const entriesOfEach = 200;
const projectCount = 40;
/** The first Monday of 2025. */
const firstMonday = Date.UTC(2025, 0, 6);

const dayAt = (at: number): string => new Date(firstMonday + at * 86_400_000).toISOString().slice(0, 10);
/** Monday to Friday, 40 weeks; some of them are public holidays. */
const workingDays = Array.from({ length: entriesOfEach }, (_, at) => dayAt(7 * Math.floor(at / 5) + (at % 5)));
const saturdays = Array.from({ length: entriesOfEach / 5 }, (_, week) => dayAt(7 * week + 5));

const projectOf = (at: number): Project => {
  const id = `lib-${at}`;
  const licence = { spdx: 'MIT', open: true, evidence: 'LICENSE' };
  const isClosed = id === closed.project;
  return {
    ...{ id, name: id, foundation: 'fo-1', repositories: [], successorOf: null },
    licences: isClosed
      ? [
          { ...licence, from: '2020-01-01', to: closed.from },
          { ...licence, from: closed.to, to: null },
        ]
      : [{ ...licence, from: '2020-01-01', to: null }],
    eligibility: [{ from: '2020-01-01', to: null, eligible: true, decidedBy: ['pe-1'], reason: 'invented' }],
  };
};

const secondmentOf = (developer: string, projects: readonly string[]): Secondment => ({
  ...{ id: `se-${developer}`, developer, foundation: 'fo-1', projects, from: '2024-09-01', to: null, share: '1/2' },
  ...{ legalForm: 'loan', unit: 'minute', weeklyMinutes: null, workingDays: null, endedOn: null },
  ...{ staff: 'employee', basis: null, convention: '2024-07-01', amendment: '2024-07-02', consent: '2024-07-03' },
});

/** One answer in fifty each: disputed, cannot tell, none at all, and a part of what the group holds. */
function confirmationOf(answer: number, group: string): Claim['confirmation'] {
  if (answer === 0) return null;
  if (answer === 1) return { answer: 'disputed', confirmedAmount: null, group };
  if (answer === 2) return { answer: 'cannot-tell', confirmedAmount: null, group };
  return answer === 3
    ? { answer: 'partly', confirmedAmount: 45, group }
    : { answer: 'confirmed', confirmedAmount: null, group };
}

/**
 * Some 200 entries a developer on the weekdays of 2025, on three of 40 projects: quarters of an hour, 2 h to 10 h 15; a few on a Saturday, on the same day as
 * another, undone, repeated, contested, disputed or claimed elsewhere. The claims come by developer, as the books hold them, and not in order of days.
 */
export function madeYear(entries: number): MadeYear {
  const draw = drawer(11);
  const developers = Math.max(1, Math.floor(entries / entriesOfEach));
  const names = Array.from({ length: developers }, (_, at) => `de-${String(at).padStart(5, '0')}`);
  const projects = Array.from({ length: projectCount }, (_, at) => projectOf(at));
  const hersOf = (at: number): readonly string[] => [0, 1, 2].map((step) => `lib-${(at * 7 + step) % projectCount}`);
  const claims = Array.from({ length: entries }, (_, row): Claim => {
    const at = Math.min(developers - 1, Math.floor(row / entriesOfEach));
    const hex = Buffer.alloc(32);
    for (let byte = 0; byte < 32; byte += 4) hex.writeUInt32LE(draw(2 ** 32 - 1), byte);
    const entry = `${hex.toString('hex')}:${row}`;
    // Now and then on the day of the entry before.
    const place = (row % entriesOfEach) - (draw(60) === 0 ? 1 : 0);
    const weekday = Math.max(0, place);
    const day = draw(100) === 0 ? saturdays[Math.floor(weekday / 5)]! : workingDays[weekday]!;
    // One week in twenty of ten hours a day: more than a week may hold.
    const isLong = (Math.floor(weekday / 5) + at) % 20 === 0;
    const amount = isLong ? 600 : 15 * (8 + draw(34));
    return {
      ...{ entry, developer: names[at]!, day, project: hersOf(at)[draw(3)]! },
      ...{ unit: 'minute', amount, receivedDay: '2026-01-12', writtenDay: null },
      withdrawnAmount: draw(50) === 0 ? 15 : 0,
      repeated: draw(200) === 0,
      otherEmployersAmount: 0,
      heldByConflict: draw(500) === 0,
      check: draw(100) === 0 ? 'contested' : 'checked',
      confirmation: confirmationOf(draw(50), `g-${row}`),
      trace: 'agrees',
      claimedUnder: draw(300) === 0 ? 'cir' : null,
    };
  });
  return {
    claims,
    projects,
    secondments: names.map((developer, at) => secondmentOf(developer, hersOf(at))),
    pays: new Map(
      names.map((developer) => [
        developer,
        { costCents: 4_000_000 + draw(6_000_000), timeBaseMinutes: 90_000 + draw(12_000) },
      ]),
    ),
  };
}
