// The repositories of a project in the registrar's file: an address each, and the branch or folder that is the project where it is not all.
import * as z from 'zod';
import { check, type Placed, pathPlace, readEach } from './json.ts';
import type { Problems } from './problem.ts';
import { labelText } from './schemas.ts';

export interface DeclaredRepository {
  readonly url: string;
  /** Null: the default branch. */
  readonly branch: string | null;
  /** Null: the whole tree. */
  readonly path: string | null;
}

const isFolder = (text: string): boolean =>
  text.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !text.includes('\\');

const repository = z.strictObject({
  url: z.string().check((context) => {
    if (!/^(https:\/\/[^\s/]+\/\S+|\.{0,2}\/\S+)$/.test(context.value) || context.value.length > 300) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        params: {
          code: 'not-a-repository',
          fr: `« ${context.value} » n’est pas l’adresse d’un dépôt. Écrivez une adresse https:// publique, ou un chemin qui commence par / ou ./.`,
          en: `'${context.value}' is not the address of a repository. Write a public https:// address, or a path that starts with / or ./.`,
        },
      });
    }
  }),
  branch: labelText.nullable().default(null),
  path: labelText
    .check(
      check('not-a-folder', isFolder, {
        fr: 'ce n’est pas un dossier du dépôt. Écrivez-le depuis la racine, sans barre au début ni à la fin, par exemple sdk/go.',
        en: 'this is not a folder of the repository. Write it from the root, without a slash at either end, for example sdk/go.',
      }),
    )
    .nullable()
    .default(null),
});

/** Contributions belong to a whole repository: the same one twice in a project would be read as two. */
function checkOnce(repositories: readonly Placed<DeclaredRepository>[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { value, path } of repositories) {
    if (seen.has(value.url)) {
      problems.block(pathPlace(`${path}.url`), value.url, 'duplicate-id', {
        fr: `« ${value.url} » est déjà donné plus haut pour ce projet. Gardez-en un ; une autre branche ou un autre dossier est un autre projet.`,
        en: `'${value.url}' is already given above for this project. Keep one; another branch or folder is another project.`,
      });
    }
    seen.add(value.url);
  }
}

export function readRepositories(raw: unknown, path: string, problems: Problems): DeclaredRepository[] {
  const placed = readEach(raw, path, repository, problems);
  checkOnce(placed, problems);
  return placed.map(({ value }) => value);
}
