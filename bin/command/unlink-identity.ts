import { parisDayOf } from '../../lib/model/calendar.ts';
import type { Ports } from '../../lib/ports.ts';
import { authorOf, linkedIdentities, proposalOf } from '../../lib/use-cases/identities.ts';
import type { Herself } from '../../lib/use-cases/own-identity.ts';
import { refuseIdentity } from '../../lib/use-cases/refuse-identity.ts';
import { withdrawIdentity } from '../../lib/use-cases/withdraw-identity.ts';
import { dayOption } from '../day-option.ts';
import { command } from '../frame/command.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'unlink-identity';

/** An address, or what `my-identities` prints of an account. */
async function authorAsked(ports: Ports, { company, developer }: Herself, text: string): Promise<string> {
  if (!/^[0-9a-f]{12,64}$/.test(text)) return authorOf(ports, text);
  const linked = await linkedIdentities(ports, company, developer);
  return linked.find(({ author }) => author.startsWith(text))?.author ?? text.padEnd(64, '0');
}

/** What was only proposed is put aside; what is linked ends. */
async function unlink(ports: Ports, who: Herself, identity: string, until: string | null) {
  const author = await authorAsked(ports, who, identity);
  const { company, developer } = who;
  const isLinked = (await linkedIdentities(ports, company, developer)).some((one) => one.author === author);
  const proposal = await proposalOf(ports, company, { developer, author });
  if (isLinked || proposal === null) return withdrawIdentity(ports, { ...who, author, until });
  await refuseIdentity(ports, { ...who, author });
  return { already: proposal.refusedAt !== undefined };
}

export const unlinkIdentity = command({
  name,
  argument: 'IDENTITY',
  summary: {
    fr: 'la personne détache une identité, ou dit d’une proposition que ce n’est pas elle',
    en: 'the person unlinks an identity, or says of a proposal that it is not her',
  },
  options: {
    ...herselfOptions,
    until: {
      value: 'DAY',
      summary: {
        fr: 'dernier jour où elle était à vous ; sinon aujourd’hui',
        en: 'last day on which it was yours; else today',
      },
    },
    never: { summary: { fr: 'elle n’a jamais été à vous', en: 'it never was yours' } },
  },
  run: async ({ argument, options }) => {
    const until = dayOption(name, 'until', options.until);
    if (options.never && until !== null) {
      throw wrongUsage(name, {
        fr: '--never et --until se contredisent : donnez l’un ou l’autre.',
        en: '--never and --until contradict each other: give one of them.',
      });
    }
    const { already } = await withLedger(options, async (ports) => {
      const last = options.never ? null : (until ?? parisDayOf(ports.clock.now()));
      return unlink(ports, await herselfOf(ports, name, options.as), argument, last);
    });
    return {
      exitCode: 0,
      json: () => ({ already }),
      text: (language) =>
        ({
          fr: already ? 'Elle était déjà détachée.' : 'Identité détachée.',
          en: already ? 'It was unlinked already.' : 'Identity unlinked.',
        })[language],
    };
  },
});
