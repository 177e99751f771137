// Names as a file writes them, staff numbers, addresses, names of people and projects, to the ids of the ledger.
import type { ProjectView } from '../ledger/views/registry-views.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Secondment } from '../model/secondment.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import type { BookState } from './book-state.ts';
import type { DirectoryDeveloper, DirectoryPorts } from './people.ts';

export interface PeopleOfFile {
  /** @returns whom the text means; `several` where it may be more than one */
  readonly of: (text: string) => DirectoryDeveloper | 'several' | undefined;
  /** By the secondment of the day, else by the company. */
  readonly unitOf: (developer: string, day: string) => TimeUnit;
  readonly someInHalfDays: boolean;
}

/** As names are compared: no accents, no capitals, no hyphens. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2019'-]+/g, ' ')
    .trim();

/** @param unit the company's own, for people and days without a secondment */
export async function peopleOfFile(
  ports: DirectoryPorts,
  book: string,
  secondments: readonly Secondment[],
  unit: TimeUnit,
): Promise<PeopleOfFile> {
  const byText = new Map<string, DirectoryDeveloper | 'several'>();
  const add = (text: string, developer: DirectoryDeveloper): void => {
    const other = byText.get(text);
    byText.set(text, other === undefined || other === developer ? developer : 'several');
  };
  for await (const { value } of ports.directory.list(book, 'developer')) {
    const developer = value as unknown as DirectoryDeveloper & { readonly emails?: readonly string[] };
    add(plainName(developer.matricule), developer);
    for (const email of developer.emails ?? []) add(email.toLowerCase(), developer);
    const words = plainName(developer.name).split(' ');
    for (const order of new Set([words.join(' '), [...words.slice(1), words[0]].join(' ')])) add(order, developer);
  }
  const ofDeveloper = Map.groupBy(secondments, ({ developer }) => developer);
  return {
    of: (text) => byText.get(plainName(text)) ?? byText.get(text.toLowerCase()),
    unitOf: (developer, day) => {
      const own = ofDeveloper.get(developer) ?? [];
      const onDay = own.find((one) => one.from <= day && day <= (lastDay(one) ?? day));
      return (onDay ?? own[0])?.unit ?? unit;
    },
    someInHalfDays: unit === 'half-day' || secondments.some((one) => one.unit === 'half-day'),
  };
}

/** @returns the project of each name and id of the registry, as `plainName` writes them */
export async function projectsByName(registry: BookState): Promise<ReadonlyMap<string, string>> {
  const projects = new Map<string, string>();
  for (const { value } of await registry.list('projects')) {
    const { registered } = value as unknown as ProjectView;
    if (registered === null) continue;
    projects.set(plainName(registered.name), registered.project);
    projects.set(plainName(registered.project), registered.project);
  }
  return projects;
}
