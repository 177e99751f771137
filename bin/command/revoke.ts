import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command } from '../frame/command.ts';
import { withLedger } from '../ledger.ts';

export const revoke = command({
  name: 'revoke',
  argument: null,
  summary: {
    fr: 'révoque un état sans le remplacer : sa situation le dit à qui la demande',
    en: 'revokes a statement without replacing it: its status tells whoever asks',
  },
  options: {
    ...companyOption,
    number: {
      value: 'N',
      required: true,
      summary: { fr: 'le numéro de l’état', en: 'the number of the statement' },
    },
    ...writingOptions,
    as: { value: 'PERSON', required: true, summary: { fr: 'qui agit, aux finances', en: 'who acts, in finance' } },
  },
  run: async ({ options }) => {
    const { number } = options;
    const revoked = await withLedger(options, async (ports) =>
      revokeStatement(ports, {
        company: await companyOf(ports, options.company),
        by: await personOf(ports, options.as),
        number,
      }),
    );
    return appendedOutcome(revoked, {
      fr: `État ${number} révoqué. Donnez son nouveau status.jws à qui l’a reçu.`,
      en: `Statement ${number} revoked. Give its new status.jws to whoever received it.`,
    });
  },
});
