// The commands that take a declaration file, or give a template of one.

import { type DeclarationKind, template } from '../lib/intake/declarations/templates.ts';
import { whole } from '../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../lib/model/text.ts';
import type { Ports } from '../lib/ports.ts';
import type { Receipt } from '../lib/use-cases/read-declaration.ts';
import { actorOf, writingOptions } from './actor.ts';
import { type Command, command, type Options, type Outcome, type Values } from './frame/command.ts';
import { type InputFile, readInput } from './frame/read-input.ts';
import { withLedger } from './ledger.ts';

interface Declaration<More extends Options> {
  readonly kind: DeclarationKind;
  readonly summary: Bilingual;
  /** What its template explains besides. */
  readonly notes?: (language: Language) => readonly string[];
  /** Beside those of every command that writes. */
  readonly options: More;
  readonly carryOut: (
    ports: Ports,
    asked: { readonly by: string; readonly file: InputFile; readonly options: Values<NoInfer<More>> },
  ) => Promise<Receipt>;
}

const templateOutcome = (kind: DeclarationKind, notes: (language: Language) => readonly string[]): Outcome => ({
  exitCode: 0,
  json: (language) => template(kind, language, notes(language)),
  text: (language) => template(kind, language, notes(language)).text,
});

function receiptText({ written, unchanged, notes }: Receipt, language: Language): string {
  const counts = {
    fr: `Déclarations enregistrées : ${whole('fr', written)} ; déjà là : ${whole('fr', unchanged)}.`,
    en: `Declarations saved: ${whole('en', written)}; there already: ${whole('en', unchanged)}.`,
  };
  return [counts[language], ...notes.map((note) => `- ${note[language]}`)].join('\n');
}

const receiptOutcome = (receipt: Receipt): Outcome => ({
  exitCode: 0,
  json: (language) => ({ ...receipt, notes: receipt.notes.map((note) => note[language]) }),
  text: (language) => receiptText(receipt, language),
});

export function declarationCommand<const More extends Options>(declaration: Declaration<More>): Command {
  const { kind, summary, notes = () => [], options: more, carryOut } = declaration;
  const options = {
    template: {
      summary: { fr: 'imprime un modèle de fichier à remplir', en: 'prints a template of the file to fill in' },
    },
    ...writingOptions,
  } as const satisfies Options;
  return command({
    name: kind,
    argument: 'FILE',
    summary,
    options: { ...more, ...options },
    run: async ({ argument, options: given }) => {
      const asked = given as Values<typeof options> & Values<More>;
      if (asked.template) return templateOutcome(kind, notes);
      const file = await readInput(argument);
      return withLedger(asked, async (ports) =>
        receiptOutcome(await carryOut(ports, { by: await actorOf(ports, asked.as), file, options: asked })),
      );
    },
  });
}
