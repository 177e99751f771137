// `--company SIREN`, of every command that is about one company.
import type { Options } from './frame/command.ts';

export const companyOption = {
  company: {
    value: 'SIREN',
    required: true,
    summary: { fr: 'la société, par son SIREN', en: 'the company, by its SIREN' },
  },
} as const satisfies Options;
