import type { Language } from '../../lib/model/text.ts';
import { proposeByName } from '../../lib/use-cases/propose-by-name.ts';
import { showIdentities } from '../../lib/use-cases/show-identities.ts';
import { daysInWords } from '../../web/parts/dates.ts';
import { signingCommand } from '../../web/parts/signing-command.ts';
import { whyProposed } from '../../web/parts/why-proposed.ts';
import { inLanguage, named } from '../../web/parts/words.ts';
import { identityWords, proofWords } from '../../web/words/identities.ts';
import { command } from '../frame/command.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'my-identities';
type Shown = Awaited<ReturnType<typeof showIdentities>>;

function textOf({ linked, proposed, begun }: Shown, language: Language): string {
  const t = inLanguage(language, identityWords);
  const lines = [
    `${t.linked}${linked.length === 0 ? ` – ${t.noneLinked}` : ''}`,
    ...linked.flatMap(({ shown, identity, intervals }) =>
      intervals.map(
        ({ since, until, proof }) =>
          `- ${shown ?? t.elsewhere} [${identity.slice(0, 12)}] ${daysInWords(language, since, until)}, ${named(language, proofWords, proof)}`,
      ),
    ),
    `${t.proposed}${proposed.length === 0 ? ` – ${t.noneProposed}` : ''}`,
    ...proposed.map((one) => `- ${one.shown} – ${one.isRefused ? t.refused : whyProposed(language, one)}`),
  ];
  if (begun.length === 0) return lines.join('\n');
  const waiting = begun.map(({ request, where, login, expires, challenge }) => {
    const what = login === null ? where : `${login} (${where})`;
    return `- ${request} – ${what}, ${t.until} ${expires}${challenge === null ? '' : `\n  ${signingCommand(challenge)}`}`;
  });
  return [...lines, t.begun, ...waiting].join('\n');
}

export const myIdentities = command({
  name,
  argument: null,
  summary: {
    fr: 'les identités d’une personne : rattachées, proposées, preuves commencées',
    en: 'the identities of a person: linked, proposed, proofs begun',
  },
  options: {
    ...herselfOptions,
    search: {
      summary: {
        fr: 'cherche d’abord les adresses dont des commits portent son nom : des propositions, jamais des liens',
        en: 'first looks for what commits under her name: proposals, never links',
      },
    },
  },
  run: async ({ options }) => {
    const shown = await withLedger(options, async (ports) => {
      const who = await herselfOf(ports, name, options.as);
      if (options.search) await proposeByName(ports, who);
      return showIdentities(ports, { ...who, returnTo: '' });
    });
    // The way to a forge is for a browser.
    const begun = shown.begun.filter(({ proof }) => proof !== 'forge-login');
    const { company, linked, proposed, keyForges, outbox } = shown;
    return {
      exitCode: 0,
      json: () => ({
        ...{ company: company.siren, linked, proposed, keyForges, outbox },
        begun: begun.map(({ address: _, ...one }) => one),
      }),
      text: (language) => textOf({ ...shown, begun }, language),
    };
  },
});
