// Who acts: the person of `--as`, else whoever operates this machine.
import { enrolLogin, type NamingPorts, operatorLogin, personOf } from '../lib/use-cases/people.ts';
import type { Options } from './frame/command.ts';
import { ledgerOptions } from './ledger.ts';

/** Of every command that writes. */
export const writingOptions = {
  ...ledgerOptions,
  as: {
    value: 'PERSON',
    summary: {
      fr: 'qui agit : identifiant, ou SIREN/matricule ; sinon « operator »',
      en: 'who acts: an identifier, or SIREN/staff number; else “operator”',
    },
  },
} as const satisfies Options;

/** @returns `pe-…`, or a developer's `de-…` @throws Refusal `unknown-person`, `unknown-company`, `unknown-developer` */
export const actorOf = async (ports: NamingPorts, as: string | undefined): Promise<string> =>
  as === undefined || as === operatorLogin ? (await enrolLogin(ports, operatorLogin)).id : personOf(ports, as);
