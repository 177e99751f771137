import { amountsOf } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { command } from '../frame/command.ts';
import { statementAsked, statementOptions } from '../frame/statement-options.ts';
import { contentLines } from '../frame/statement-text.ts';
import { withLedger } from '../ledger.ts';

const name = 'prepare';

export const prepare = command({
  name,
  argument: null,
  summary: {
    fr: 'fixe ce qu’un état dira ; une autre personne l’émet ensuite (communs issue)',
    en: 'fixes what a statement will say; another person then issues it (communs issue)',
  },
  options: statementOptions,
  run: async ({ options }) => {
    const prepared = await withLedger(options, async (ports) =>
      prepareStatement(ports, await statementAsked(name, ports, options)),
    );
    const { content, computation, issuedAs, supersedes, by, at } = prepared;
    return {
      exitCode: 0,
      json: () => ({
        ...{ prepared: prepared.prepared, computation, issuedAs, supersedes, by, at },
        ...{ period: content.period, scheme: content.scheme.code, standing: content.scheme.standing },
        ...{ minutes: content.time.minutes, halfDays: content.time.halfDays ?? null, refused: content.time.refused },
        ...{ awaits: content.awaits, ...amountsOf(content.computation) },
      }),
      text: (language) => {
        const head = {
          fr:
            issuedAs === null
              ? `Préparé, du ${content.period.from} au ${content.period.to}.${supersedes === null ? '' : ` Remplacera l’état ${supersedes}.`}`
              : `L’état ${issuedAs} dit déjà exactement cela.`,
          en:
            issuedAs === null
              ? `Prepared, from ${content.period.from} to ${content.period.to}.${supersedes === null ? '' : ` It will replace statement ${supersedes}.`}`
              : `Statement ${issuedAs} says exactly this already.`,
        };
        return [head[language], ...contentLines(content, language), `SHA-256: ${computation}`].join('\n');
      },
    };
  },
});
