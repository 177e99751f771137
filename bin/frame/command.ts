// One declaration per command: what it is called with, what it does. Parsing, help, printing and the docs test read that same object.
import type { Bilingual, Language } from '../../lib/model/text.ts';

export interface Option {
  /** What stands for its value in the usage, e.g. `SIREN`; without it the option is a switch. */
  readonly value?: string;
  readonly required?: true;
  readonly repeatable?: true;
  readonly summary: Bilingual;
}

/** By name, without the dashes. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<One extends Option> = One extends { readonly value: string }
  ? One extends { readonly repeatable: true }
    ? readonly string[]
    : One extends { readonly required: true }
      ? string
      : string | undefined
  : boolean;

export type Values<All extends Options> = { readonly [Name in keyof All]: ValueOf<All[Name]> };

/** `FILE`, `[FILE]` where it may be left out, `[FILE …]` where there may be several. */
type ArgumentOf<Name extends string | null> = Name extends null
  ? undefined
  : Name extends `[${string} …]`
    ? readonly string[]
    : Name extends `[${string}]`
      ? string | undefined
      : string;

/** 0 done, or already done; 1 the answer is no; 2 unreadable input or wrong usage; 3 superseded or revoked. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command answers: printed as one JSON object, or as text. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** With `--json`, one object a line before that of `json`: for answers that are a long list. */
  readonly jsonLines?: (language: Language) => Iterable<object>;
  readonly json: (language: Language) => object;
  readonly text: (language: Language) => string;
  /** What goes on once the answer is printed; the program ends with it. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * Tells on standard error how far long work is; said once a second at most.
 * @param isStop a part of the work is done: said in any case
 */
export type Progress = (says: Bilingual, isStop?: boolean) => void;

export interface CommandDeclaration<Name extends string | null, All extends Options> {
  readonly name: string;
  readonly summary: Bilingual;
  readonly argument: Name;
  readonly options: All;
  /** @throws Refusal for an expected no */
  readonly run: (
    asked: { readonly argument: ArgumentOf<NoInfer<Name>>; readonly options: Values<NoInfer<All>> },
    progress: Progress,
  ) => Promise<Outcome>;
}

export interface Command extends Omit<CommandDeclaration<string | null, Options>, 'run'> {
  readonly run: (asked: Asked, progress: Progress) => Promise<Outcome>;
}

/** A command line that fits the declaration: what is required is there, and of its kind. */
export interface Asked {
  readonly argument: string | readonly string[] | undefined;
  readonly options: Readonly<Record<string, boolean | string | readonly string[] | undefined>>;
}

export function command<const Name extends string | null, const All extends Options>(
  declaration: CommandDeclaration<Name, All>,
): Command {
  return {
    ...declaration,
    run: (asked, progress) => declaration.run(asked as Parameters<typeof declaration.run>[0], progress),
  };
}

/** Every command takes these. */
export const commonOptions = {
  json: {
    summary: {
      fr: 'répond par un seul objet JSON sur la sortie standard',
      en: 'answers with one JSON object on standard output',
    },
  },
  lang: {
    value: 'fr|en',
    summary: { fr: 'langue des messages ; sinon celle du système', en: 'language of messages; else the system’s' },
  },
  help: { summary: { fr: 'explique la commande', en: 'explains the command' } },
} as const satisfies Options;
