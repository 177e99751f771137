// A project counts on the days on which it was decided eligible and its licence was open: intervals, with holes.
import type { Day } from '../../model/calendar.ts';
import type { Interval, Project } from '../../model/registry.ts';
import { byText } from '../by-text.ts';
import { rememberedPair } from '../remembered.ts';

export const isInInterval = ({ from, to }: Interval, day: Day): boolean => from <= day && (to === null || day < to);

/** @returns whether a project may be worked for on a day; an unknown project never */
export function eligibility(projects: readonly Project[]): (project: string, day: Day) => boolean {
  const byId = new Map(projects.map((project) => [project.id, project]));
  return rememberedPair((id, day) => {
    const project = byId.get(id);
    if (project === undefined) return false;
    const decisions = project.eligibility.filter((decision) => isInInterval(decision, day));
    // A later decision that takes eligibility away wins over an open interval that it did not close.
    const eligible = decisions.length > 0 && decisions.every((decision) => decision.eligible);
    return eligible && project.licences.some((licence) => licence.open && isInInterval(licence, day));
  });
}

/**
 * @returns for a project that is not eligible on a day, the fork that goes on from it and is: the first by id; null if there is none
 */
export function eligibleSuccessor(projects: readonly Project[]): (project: string, day: Day) => string | null {
  const isEligible = eligibility(projects);
  const successorsOf = Map.groupBy(
    projects.filter(({ successorOf }) => successorOf !== null).toSorted((a, b) => byText(a.id, b.id)),
    ({ successorOf }) => successorOf,
  );
  return (project, day) => (successorsOf.get(project) ?? []).find(({ id }) => isEligible(id, day))?.id ?? null;
}
