// `--as SIREN/MATRICULE`, required where only the developer herself may act.

import type { Herself } from '../lib/use-cases/own-identity.ts';
import type { NamingPorts } from '../lib/use-cases/people.ts';
import { companyOf, developerOf } from '../lib/use-cases/people.ts';
import type { Options } from './frame/command.ts';
import { wrongUsage } from './frame/wrong-usage.ts';
import { ledgerOptions } from './ledger.ts';

/** Of every command by which she acts on what is hers. */
export const herselfOptions = {
  ...ledgerOptions,
  as: {
    value: 'SIREN/MATRICULE',
    required: true,
    summary: { fr: 'la personne elle-même : SIREN/matricule', en: 'the person herself: SIREN/staff number' },
  },
} as const satisfies Options;

/**
 * @param name of the command, for its usage
 * @throws Refusal `wrong-usage`, `unknown-company`, `invalid-siren`, `unknown-developer`
 */
export async function herselfOf(ports: Pick<NamingPorts, 'directory'>, name: string, as: string): Promise<Herself> {
  const [, siren, matricule] = /^([^/]+)\/(.+)$/.exec(as) ?? [];
  if (siren === undefined || matricule === undefined) {
    throw wrongUsage(name, {
      fr: `--as ${as} : il faut SIREN/matricule, séparés par une barre.`,
      en: `--as ${as}: SIREN/staff number is needed, with a slash between.`,
    });
  }
  const company = await companyOf(ports, siren);
  const { developer } = await developerOf(ports, company, matricule);
  return { company, developer, by: developer };
}
