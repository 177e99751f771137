// What a statement says of each project and of each person, from the parts of the time that was declared.
import type { ConfirmationRow } from '../model/confirmation.ts';
import type { Pay } from '../model/pay.ts';
import type { Project } from '../model/registry.ts';
import type { Ports } from '../ports.ts';
import type { Part } from '../rules/assessment.ts';
import type { Computation } from '../rules/computation.ts';
import type { StatementPayload } from '../statement/payload.ts';
import { inTurn } from './batches.ts';
import type { BookState } from './book-state.ts';
import type { Said } from './month-words.ts';
import { mandateOn } from './signatory.ts';
import { costBy } from './stated-lines.ts';
import { type ContentPerson, rootOf, shaOf, statedPay, timeByState } from './statement-content.ts';
import { foundationName, type StatementSources } from './statement-sources.ts';

/** In order of developer. Ten thousand people are read through once, not once for each of them. */
export const byDeveloper = (parts: readonly Part[]): (readonly [string, readonly Part[]])[] =>
  [...Map.groupBy(parts, ({ developer }) => developer)].sort(([a], [b]) => (a < b ? -1 : 1));

type StatedConfirmation = StatementPayload['projects'][number]['confirmations'][number];

export interface Stated {
  readonly parts: readonly Part[];
  readonly computation: Computation;
  readonly sources: StatementSources;
}

/** Contributions that carry the counted time among these parts. */
export function contributionsOf({ sources }: Pick<Stated, 'sources'>, parts: readonly Part[]): string[] {
  const entries = new Set(parts.filter(({ state }) => state === 'counted').map(({ entry }) => entry));
  const ids = [...entries].flatMap((entry) => sources.corroborationOf.get(entry)?.contributions ?? []);
  return [...new Set(ids)].sort();
}

/** Who spoke for the foundation, by what right. */
async function confirmed(
  registry: BookState,
  { cause, at, by, foundation, capacity, ties }: Said<ConfirmationRow>,
): Promise<StatedConfirmation> {
  const mandate = await mandateOn(registry, { foundation, person: by }, at);
  return { digest: cause, at, signatory: by, capacity, mandate, ties: [...ties] };
}

export async function statedProject(
  ports: Pick<Ports, 'primitives'>,
  registry: BookState,
  project: Project,
  stated: Stated,
): Promise<StatementPayload['projects'][number]> {
  const { parts, computation, sources } = stated;
  const ofProject = parts.filter((part) => part.project === project.id);
  const counted = new Set(ofProject.filter(({ state }) => state === 'counted').map(({ entry }) => entry));
  const answers = new Map(
    [...counted].flatMap((entry) => {
      const answer = sources.answerOf.get(entry);
      return answer === undefined ? [] : [[answer.cause, answer] as const];
    }),
  );
  const contributions = contributionsOf(stated, ofProject);
  return {
    id: project.id,
    name: project.name,
    foundation: { id: project.foundation, name: await foundationName(registry, project.foundation) },
    licences: project.licences.map(({ spdx, open, from, to, evidence }) => ({ spdx, open, from, to, evidence })),
    ...timeByState(ofProject),
    ...(computation.scheme === 'none'
      ? {}
      : { costCents: costBy(computation, (line) => line.project).get(project.id) ?? 0 }),
    contributions: { count: contributions.length, root: rootOf(ports.primitives.sha256, contributions) },
    confirmations: (await inTurn([...answers.values()], (answer) => confirmed(registry, answer))).sort((a, b) =>
      `${a.at} ${a.digest}` < `${b.at} ${b.digest}` ? -1 : 1,
    ),
  };
}

export function peopleOf(stated: Stated, pay: readonly Pay[]): ContentPerson[] {
  const payOf = Map.groupBy(stated.computation.scheme === 'none' ? [] : pay, ({ developer }) => developer);
  const paidTimeOf = Map.groupBy(stated.computation.paidTime, ({ developer }) => developer);
  return byDeveloper(stated.parts).map(([developer, own]) => ({
    developer,
    pay: (payOf.get(developer) ?? []).map((each) => statedPay(each, paidTimeOf.get(developer) ?? [])),
    contributions: [...new Set(contributionsOf(stated, own).map(shaOf))].sort(),
  }));
}
