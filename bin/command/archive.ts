import { softwareHeritage } from '../../lib/adapters/archive/software-heritage.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { type ArchivedRepository, archiveRepositories } from '../../lib/use-cases/archive-repositories.ts';
import { command } from '../frame/command.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

function stateOf(seen: ArchivedRepository, language: Language): string {
  const { origin, tips, missing, visit, later } = seen;
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  if (origin === null) return say('chemin local : rien à archiver', 'a local path: nothing to archive');
  if (tips.length === 0)
    return say('pas encore tiré : « communs pull » d’abord', "not pulled yet: 'communs pull' first");
  const held = whole(language, tips.length - (missing ?? tips).length);
  const all = whole(language, tips.length);
  const visits = {
    accepted: say('visite acceptée', 'visit accepted'),
    pending: say('visite en attente d’une personne de l’archive', 'visit waiting for a person at the archive'),
    rejected: say('visite refusée par l’archive', 'visit rejected by the archive'),
  };
  const parts = [
    ...(missing === null ? [] : [say(`têtes archivées : ${held} sur ${all}`, `tips archived: ${held} of ${all}`)]),
    ...(visit === null ? [] : [visits[visit]]),
    ...(later === null
      ? []
      : [say(`l’archive demande de revenir à ${later}`, `the archive asks to come back at ${later}`)]),
  ];
  return parts.join(language === 'fr' ? ' ; ' : '; ');
}

export const archive = command({
  name: 'archive',
  argument: null,
  summary: {
    fr: 'dit si Software Heritage conserve ce qui fut tiré en dernier d’un projet, et demande une visite sinon',
    en: 'says whether Software Heritage holds what was pulled last of a project, and asks for a visit if not',
  },
  options: {
    project: {
      value: 'ID',
      required: true,
      summary: { fr: 'le projet, au registre', en: 'the project, in the registry' },
    },
    ...ledgerOptions,
  },
  run: async ({ options }) => {
    const repositories = await readLedger(options, (ports) => {
      const heritage = softwareHeritage({ now: ports.clock.now });
      return archiveRepositories({ ...ports, archive: heritage }, options.project);
    });
    return {
      exitCode: 0,
      json: () => ({ repositories }),
      text: (language) =>
        repositories
          .map(
            (seen) =>
              `${seen.url}${language === 'fr' ? ' :' : ':'} ${stateOf(seen, language)}${seen.origin === null ? '' : ` (${seen.origin})`}`,
          )
          .join('\n'),
    };
  },
});
