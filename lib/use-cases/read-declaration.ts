// What a declaration file said, or the refusal that lists all that blocks it.
import type { DeclarationReading } from '../intake/declarations/problem.ts';
import { type FieldProblem, RefusalWithProblems } from '../model/refusal-with-problems.ts';
import type { Bilingual } from '../model/text.ts';

/** What became of a file. `written` and `unchanged` count the things declared in it. */
export interface Receipt {
  readonly written: number;
  /** Stood already as declared. */
  readonly unchanged: number;
  /** Worth a look; none of it stopped the file. */
  readonly notes: readonly Bilingual[];
}

/** `3:Brut` is row 3, column Brut; `$.projects[0].id` is `/projects/0/id`. */
function placeOf(where: string): Omit<FieldProblem, 'detail' | 'code'> {
  const [, row, column] = /^(\d+)(?::(.*))?$/s.exec(where) ?? [];
  if (row === undefined) return { pointer: where.slice(1).replaceAll(/\.|\[/g, '/').replaceAll(']', '') };
  return { pointer: '', row: Number(row), ...(column === undefined ? {} : { column }) };
}

/** @throws RefusalWithProblems `problems-block`, with all that blocks */
export function readDeclaration<Declaration>({ declaration, problems }: DeclarationReading<Declaration>): {
  readonly declaration: Declaration;
  readonly notes: readonly Bilingual[];
} {
  if (declaration !== null) return { declaration, notes: problems.map(({ detail }) => detail) };
  const blocking = problems.filter((problem) => problem.blocking);
  throw new RefusalWithProblems(
    'problems-block',
    {
      fr: `Rien n’a été enregistré : corrigez dans le fichier ce qui est indiqué (${blocking.length}), puis renvoyez-le.`,
      en: `Nothing was saved: correct in the file what is listed (${blocking.length}), then send it again.`,
    },
    blocking.map(({ where, code, detail }) => ({ ...placeOf(where), code, detail })),
  );
}
