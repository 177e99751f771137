import type { Bilingual, Language } from '../../lib/model/text.ts';
import { type ListedKey, listKeys, publishAllKeys, retireKey } from '../../lib/use-cases/keys.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { command } from '../frame/command.ts';
import { textTable } from '../frame/text-table.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'keys';
const uses = ['statement', 'log', 'registrar'] as const;
const useWords: Readonly<Record<ListedKey['use'], Bilingual>> = {
  statement: { fr: 'états', en: 'statements' },
  log: { fr: 'journal', en: 'log' },
  registrar: { fr: 'registre', en: 'registry' },
};
const words = {
  fr: {
    head: ['Clé', 'Signe', 'Depuis', 'Retirée', 'Par'],
    now: 'signe aujourd’hui',
    notYet: 'pas encore publiée',
    test: 'TEST',
  },
  en: { head: ['Key', 'Signs', 'Since', 'Retired', 'By'], now: 'signs now', notYet: 'not published yet', test: 'TEST' },
} as const;

function keysText(keys: readonly ListedKey[], language: Language): string {
  const t = words[language];
  const rows = keys.map(({ kid, use, isTest, isCurrent, published, retired, retiredBy }) => [
    `${kid}${isTest ? ` (${t.test})` : ''}`,
    `${useWords[use][language]}${isCurrent ? `, ${t.now}` : ''}`,
    published ?? t.notYet,
    retired ?? '',
    retiredBy ?? '',
  ]);
  return textTable([[...t.head], ...rows]).join('\n');
}

/** @throws Refusal `wrong-usage` */
function useNamed(text: string | undefined): ListedKey['use'] | null {
  if (text === undefined) return null;
  const use = uses.find((each) => each === text);
  if (use !== undefined) return use;
  throw wrongUsage(name, {
    fr: `--rotate prend « statement », « log » ou « registrar », pas « ${text} ».`,
    en: `--rotate takes 'statement', 'log' or 'registrar', not '${text}'.`,
  });
}

export const keys = command({
  name,
  argument: null,
  summary: {
    fr: 'toutes les clés qui ont signé ici, depuis quand et jusqu’à quand ; en fait une nouvelle, en retire une ancienne',
    en: 'all keys that ever signed here, from when to when; makes a new one, retires a former one',
  },
  options: {
    rotate: {
      value: 'USE',
      summary: {
        fr: 'fait une clé nouvelle (statement, log ou registrar) ; l’ancienne reste, et vérifie toujours',
        en: 'makes a new key (statement, log or registrar); the former one stays, and still verifies',
      },
    },
    retire: {
      value: 'KID',
      summary: { fr: 'retire cette clé, qui ne signe plus', en: 'retires this key, which signs no more' },
    },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const use = useNamed(options.rotate);
    const listed = await withLedger(options, async (ports, ledger) => {
      if (use !== null) {
        await ledger.keys[use].rotate();
        await publishAllKeys(ports);
      }
      if (options.retire !== undefined) {
        await retireKey(ports, { by: await actorOf(ports, options.as), kid: options.retire });
      }
      return listKeys(ports);
    });
    return {
      exitCode: 0,
      json: () => ({ keys: listed }),
      text: (language) => keysText(listed, language),
    };
  },
});
