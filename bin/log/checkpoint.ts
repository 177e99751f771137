// `communs log checkpoint`: what the log signed last.
import type { Outcome } from '../frame/command.ts';
import { readLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';
import { shownYears } from './shown-years.ts';

/** The very bytes, so that the answer can be kept as a file. */
export async function checkpoint(asked: LogAsked): Promise<Outcome> {
  const [year] = await readLedger(asked, (ports) => shownYears(ports, asked));
  if (year === undefined) throw new Error('no year was shown');
  return {
    exitCode: 0,
    json: () => ({
      year: year.year,
      origin: year.origin,
      size: year.size,
      root: year.root,
      checkpoint: year.checkpoint,
    }),
    text: () => year.checkpoint.replace(/\n$/, ''),
  };
}
