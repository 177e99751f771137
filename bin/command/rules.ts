import { systemClock } from '../../lib/adapters/clock.ts';
import { canonicalText, type Json } from '../../lib/ledger/canonical.ts';
import { matchingPolicies } from '../../lib/matching/policy.ts';
import { parisDayOf } from '../../lib/model/calendar.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { ruleSet, ruleSetJson, type Scheme, schemes } from '../../lib/rules/rule-set.ts';
import { dayOption } from '../day-option.ts';
import { command, type Outcome } from '../frame/command.ts';
import { rulesText } from '../frame/rules-text.ts';
import { perhaps, wrongUsage } from '../frame/wrong-usage.ts';

const name = 'rules';
const codes = schemes.map(({ code }) => code);

/** @returns all where none is asked for @throws Refusal `wrong-usage` */
function schemesAsked(asked: string | undefined): readonly Scheme[] {
  if (asked === undefined) return schemes;
  const found = schemes.filter(({ code }) => code === asked);
  if (found.length > 0) return found;
  const close = perhaps(asked, codes);
  throw wrongUsage(name, {
    fr: `Il n’y a pas de dispositif « ${asked} » : ${codes.join(', ')}.${close.fr}`,
    en: `There is no scheme '${asked}': ${codes.join(', ')}.${close.en}`,
  });
}

export const rules = command({
  name,
  argument: null,
  summary: {
    fr: 'imprime le jeu de règles : dispositifs, valeurs d’un jour avec leurs sources, formules, arrondis, ordre des refus ; --json : ses octets canoniques, avec leur SHA-256',
    en: 'prints the rule set: schemes, the figures of a day with their sources, formulas, roundings, order of refusals; --json: its canonical bytes, with their SHA-256',
  },
  options: {
    scheme: {
      value: 'CODE',
      summary: { fr: 'un seul dispositif, tous sinon', en: 'one scheme only, else all' },
    },
    on: {
      value: 'DAY',
      summary: {
        fr: 'valeurs et formules de ce jour, aujourd’hui sinon',
        en: 'figures and formulas of that day, else today',
      },
    },
  },
  run: async ({ options }): Promise<Outcome> => {
    const asked = schemesAsked(options.scheme);
    const day = dayOption(name, 'on', options.on) ?? parisDayOf(systemClock.now());
    const text = canonicalText(ruleSetJson(ruleSet, matchingPolicies as unknown as Json));
    const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
    return {
      exitCode: 0,
      // Read back from its canonical text: written again, it is that text, byte for byte.
      json: () => ({ digest, ruleSet: JSON.parse(text) as object }),
      text: (language) => rulesText(ruleSet, digest, asked, day, language),
    };
  },
});
