import { amountsOf } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { statementChecklist } from '../../lib/use-cases/statement-checklist.ts';
import { checklistJson, checklistLines } from '../frame/checklist-text.ts';
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
  options: {
    checklist: {
      summary: {
        fr: 'ne prépare rien : dit ce qui l’empêche, ce qui reste ouvert, et où le régler',
        en: 'prepares nothing: says what stops it, what is open, and where to settle it',
      },
    },
    ...statementOptions,
  },
  run: async ({ options }) => {
    const { asked, prepared, items } = await withLedger(options, async (ports) => {
      const { by, ...statement } = await statementAsked(name, ports, options);
      const done = options.checklist ? null : await prepareStatement(ports, { ...statement, by });
      const { items, projectNames } = await statementChecklist(ports, statement);
      return {
        asked: { ...statement, company: { siren: options.company }, projectNames },
        prepared: done,
        items,
      };
    });
    if (prepared === null) {
      return {
        exitCode: items.some(({ blocks }) => blocks) ? 1 : 0,
        json: (language) => ({ checklist: checklistJson(items, asked, language) }),
        text: (language) => checklistLines(items, asked, language).join('\n'),
      };
    }
    const { content, computation, issuedAs, supersedes, by, at } = prepared;
    return {
      exitCode: 0,
      json: (language) => ({
        ...{ prepared: prepared.prepared, computation, issuedAs, supersedes, by, at },
        ...{ period: content.period, scheme: content.scheme.code, standing: content.scheme.standing },
        ...{ minutes: content.time.minutes, halfDays: content.time.halfDays ?? null, refused: content.time.refused },
        ...{ awaits: content.awaits, ...amountsOf(content.computation) },
        checklist: checklistJson(items, asked, language),
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
        const told = [head[language], ...contentLines(content, language), `SHA-256: ${computation}`];
        return [...told, '', ...checklistLines(items, asked, language)].join('\n');
      },
    };
  },
});
