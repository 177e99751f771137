import { command } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { ledgerOptions } from '../ledger.ts';

const name = 'dev';

export const dev = command({
  name,
  argument: null,
  summary: {
    fr: 'joue l’exemple à travers toutes les étapes, puis sert le portail sur cette machine',
    en: 'plays the sample through all stops, then serves the portal on this machine',
  },
  options: {
    once: { summary: { fr: 's’arrête après l’exemple', en: 'ends after the sample' } },
    port: {
      value: 'N',
      summary: { fr: 'port du portail ; sinon le premier libre', en: 'port of the portal; else the first free one' },
    },
    ...ledgerOptions,
  },
  run: async ({ options }, progress) => {
    const port = wholeNumber(options.port, { command: name, option: 'port', from: 1, to: 65_535 });
    const { dev: carryOut } = await import('../dev.ts');
    return carryOut({ ...options, port }, progress);
  },
});
