// `--developer MATRICULE`, of every command that is about one person of a company.
import type { Options } from './frame/command.ts';

export const developerOption = {
  developer: {
    value: 'MATRICULE',
    required: true,
    summary: { fr: 'la personne, par son matricule', en: 'the person, by her staff number' },
  },
} as const satisfies Options;
