// JSON declarations: every wrong value by its path, unknown keys by their name.
import type * as z from 'zod';
import type { Bilingual } from '../../model/text.ts';
import { type DeclarationCode, type Place, type Problems, wholeFile } from './problem.ts';

export const pathPlace = (path: string): Place => ({ where: path, fr: path, en: path });

function pathWith(base: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    base,
  );
}

/** A check of one value with its own code and words, for `.check` of a zod schema. */
export function check<T>(code: DeclarationCode, passes: (value: T) => boolean, detail: Bilingual): z.core.CheckFn<T> {
  return (context) => {
    if (passes(context.value)) return;
    context.issues.push({ code: 'custom', input: context.value, params: { code, ...detail } });
  };
}

const shown = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

const kinds: Readonly<Record<string, Bilingual>> = {
  string: { fr: 'un texte entre guillemets', en: 'a text in quotes' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste entre crochets', en: 'a list in square brackets' },
  object: { fr: 'un objet entre accolades', en: 'an object in braces' },
};

function sentence(issue: z.core.$ZodIssue): { code: DeclarationCode; detail: Bilingual } {
  if (issue.code === 'custom') {
    const { code, fr, en } = issue.params as Bilingual & { readonly code: DeclarationCode };
    return { code, detail: { fr, en } };
  }
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? { fr: issue.expected, en: issue.expected };
    if (issue.input === undefined) {
      return {
        code: 'missing',
        detail: { fr: `il manque. Donnez ${kind.fr}.`, en: `it is missing. Give ${kind.en}.` },
      };
    }
    return {
      code: 'wrong-type',
      detail: {
        fr: `« ${shown(issue.input)} » n’est pas ${kind.fr}. Écrivez ${kind.fr}.`,
        en: `'${shown(issue.input)}' is not ${kind.en}. Write ${kind.en}.`,
      },
    };
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String).join(', ');
    if (issue.input === undefined) {
      return {
        code: 'missing',
        detail: { fr: `il manque. Écrivez ${allowed}.`, en: `it is missing. Write ${allowed}.` },
      };
    }
    return {
      code: 'unknown-word',
      detail: {
        fr: `« ${shown(issue.input)} » n’est pas admis. Écrivez l’un de : ${allowed}.`,
        en: `'${shown(issue.input)}' is not accepted. Write one of: ${allowed}.`,
      },
    };
  }
  if (issue.code === 'too_big') {
    return {
      code: 'too-long',
      detail: { fr: `au plus ${issue.maximum}. Raccourcissez-le.`, en: `at most ${issue.maximum}. Make it shorter.` },
    };
  }
  if (issue.code === 'too_small') {
    return {
      code: 'missing',
      detail: { fr: `au moins ${issue.minimum}. Complétez-le.`, en: `at least ${issue.minimum}. Complete it.` },
    };
  }
  return {
    code: 'wrong-type',
    detail: {
      fr: 'cette valeur ne convient pas. Voyez le modèle (--template).',
      en: 'this value does not fit. See the template (--template).',
    },
  };
}

function blockUnknownKey(path: string, key: string, problems: Problems): void {
  problems.block(pathPlace(path), key, 'unknown-key', {
    fr: `« ${key} » n’est pas attendu ici. Corrigez l’orthographe ou retirez-le ; le modèle (--template) donne les noms.`,
    en: `'${key}' is not expected here. Correct the spelling or remove it; the template (--template) lists the names.`,
  });
}

/** @returns the value if it fits the schema; else null, every misfit noted under its path */
export function readValue<T>(value: unknown, path: string, schema: z.ZodType<T>, problems: Problems): T | null {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) blockUnknownKey(pathWith(path, [...issue.path, key]), key, problems);
      continue;
    }
    const { code, detail } = sentence(issue);
    problems.block(pathPlace(pathWith(path, issue.path)), shown(issue.input), code, detail);
  }
  return null;
}

/** One fitting element of a list, with its path. */
export interface Placed<T> {
  readonly value: T;
  readonly path: string;
}

/** Reads each element by itself, so that one bad element hides no problem of the others. */
export function readEach<T>(list: unknown, path: string, schema: z.ZodType<T>, problems: Problems): Placed<T>[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((element: unknown, index) => {
    const value = readValue(element, `${path}[${index}]`, schema, problems);
    return value === null ? [] : [{ value, path: `${path}[${index}]` }];
  });
}

/** @returns the object in the text, without its `help` member (the explanations of a template); null with a problem */
export function jsonObject(text: string, problems: Problems): Readonly<Record<string, unknown>> | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const position = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
    const [fr, en] =
      position === null
        ? ['', '']
        : [` (ligne ${position[1]}, colonne ${position[2]})`, ` (line ${position[1]}, column ${position[2]})`];
    problems.block(wholeFile, null, 'not-json', {
      fr: `ce n’est pas du JSON${fr}. Vérifiez virgules, guillemets et accolades, ou repartez du modèle (--template).`,
      en: `it is not JSON${en}. Check commas, quotes and braces, or start again from the template (--template).`,
    });
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.block(wholeFile, shown(value), 'wrong-type', {
      fr: 'il doit contenir un objet entre accolades. Repartez du modèle (--template).',
      en: 'it must hold one object in braces. Start again from the template (--template).',
    });
    return null;
  }
  const { help: _, ...rest } = value as Record<string, unknown>;
  return rest;
}
