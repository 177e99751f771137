// An address or a form that does not have the expected form: every field at once, in words.
import type * as z from 'zod';
import { RefusalWithProblems } from '../model/refusal-with-problems.ts';
import type { Bilingual } from '../model/text.ts';

const sentence = (issue: z.core.$ZodIssue): Bilingual => {
  // A schema that knows better says it in both languages: z.refine(…, { params: { fr, en } }).
  if (issue.code === 'custom' && typeof issue.params?.fr === 'string' && typeof issue.params.en === 'string') {
    return { fr: issue.params.fr, en: issue.params.en };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { fr: 'Ce champ est absent : remplissez-le.', en: 'This field is missing: fill it in.' };
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ');
    return {
      fr: `Cette valeur n’est pas permise. Choisissez : ${choices}.`,
      en: `Not a value we know. Choose: ${choices}.`,
    };
  }
  if (issue.code === 'too_small') {
    return {
      fr: `Trop petit ou trop court : au moins ${issue.minimum}.`,
      en: `Too small or too short: at least ${issue.minimum}.`,
    };
  }
  if (issue.code === 'too_big') {
    return {
      fr: `Trop grand ou trop long : au plus ${issue.maximum}.`,
      en: `Too big or too long: at most ${issue.maximum}.`,
    };
  }
  return {
    fr: 'Cette valeur n’a pas la forme attendue : corrigez-la en suivant l’exemple du champ.',
    en: 'This value is not in the expected form: correct it after the field’s example.',
  };
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** @throws RefusalWithProblems `invalid-input`; what was received is in no message */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  // reportInput tells a missing field from a wrong one; the value itself goes no further than sentence().
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), detail: sentence(issue) }));
  const fields = problems.map((problem) => problem.pointer.slice(1) || '?').join(', ');
  throw new RefusalWithProblems(
    'invalid-input',
    {
      fr: `La demande ne peut pas être lue. À corriger : ${fields}. Rien n’a été enregistré.`,
      en: `The request cannot be read. To correct: ${fields}. Nothing was saved.`,
    },
    problems,
  );
}
