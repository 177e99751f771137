// What somebody would do without us: simple rules over the same lines and commits, beside which ours is measured.
import { normalisedAddress } from '../../../lib/matching/address-kind.ts';
import type { Contribution } from '../../../lib/model/contribution.ts';
import type { TriageSet } from '../../../lib/use-cases/triage-set.ts';
import type { Decided } from './score.ts';

type Rule = (line: { readonly person: string; readonly project: string; readonly day: string }) => boolean;

function decide(set: TriageSet, passes: Rule): Decided[] {
  return set.files.flatMap(({ file, entries }) =>
    entries.map(({ sheet, row, day, person, project, minutes = 0 }): Decided => {
      const clear = passes({ person, project, day });
      const answer = clear
        ? { decision: 'clear' as const, clearAmount: minutes, reasons: ['traces-agree' as const] }
        : { decision: 'question' as const, clearAmount: 0, reasons: ['no-public-trace' as const] };
      return { file, sheet, row, day, amount: minutes, ...answer };
    }),
  );
}

/** @returns for each rule of thumb, what it decides */
export function baselines(set: TriageSet): { readonly name: string; readonly decided: readonly Decided[] }[] {
  const projectsOf = new Map<string, string[]>();
  for (const { id, repositories } of set.projects) {
    for (const { id: repository } of repositories) {
      projectsOf.set(repository, [...(projectsOf.get(repository) ?? []), id]);
    }
  }
  const peopleOf = new Map<string, string[]>();
  for (const { matricule, declaredAddresses } of set.secondments) {
    for (const address of declaredAddresses) {
      const hash = set.authors.get(normalisedAddress(address))?.hash;
      if (hash !== undefined) peopleOf.set(hash, [...(peopleOf.get(hash) ?? []), matricule]);
    }
  }
  const seen = (keysOf: (contribution: Contribution, project: string) => string[]): ReadonlySet<string> =>
    new Set(
      set.contributions
        .filter(({ kind, isMerge }) => kind === 'commit' && !isMerge)
        .flatMap((one) => (projectsOf.get(one.repository) ?? []).flatMap((project) => keysOf(one, project))),
    );
  const people = ({ author }: Contribution): readonly string[] => peopleOf.get(author) ?? [];
  const anyOfProject = seen(({ authorDay }, project) => [`${project} ${authorDay}`]);
  const anyOfPerson = seen((one) => people(one).map((person) => `${person} ${one.authorDay}`));
  const committerDay = seen((one, project) => people(one).map((person) => `${person} ${project} ${one.committerDay}`));
  const authorDay = seen((one, project) => people(one).map((person) => `${person} ${project} ${one.authorDay}`));
  return [
    { name: 'everything passes', decided: decide(set, () => true) },
    {
      name: 'a commit of the project that day',
      decided: decide(set, ({ project, day }) => anyOfProject.has(`${project} ${day}`)),
    },
    {
      name: 'a commit of the person that day',
      decided: decide(set, ({ person, day }) => anyOfPerson.has(`${person} ${day}`)),
    },
    {
      name: 'person and project, committer day',
      decided: decide(set, ({ person, project, day }) => committerDay.has(`${person} ${project} ${day}`)),
    },
    {
      name: 'person and project, author day',
      decided: decide(set, ({ person, project, day }) => authorDay.has(`${person} ${project} ${day}`)),
    },
  ];
}
