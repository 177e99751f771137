// The years of the log that an action of `communs log` is about.
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { type ShownYear, showLog } from '../../lib/use-cases/log/show-log.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import type { LogAsked } from './log-asked.ts';

/** @throws Refusal `log-empty` */
export async function shownYears(ports: Ports, { year }: LogAsked): Promise<readonly ShownYear[]> {
  const wanted = wholeNumber(year, { command: 'log', option: 'year', from: 1000, to: 9999 });
  const shown = (await showLog(ports)).filter((each) => wanted === null || each.year === wanted);
  if (shown.length > 0) return shown;
  throw new Refusal('log-empty', {
    fr: 'Ce journal est vide : aucun fait n’y est encore entré. Indiquez le bon répertoire avec --data, la bonne année avec --year, ou lancez « npm start » une fois.',
    en: "This log is empty: no fact has entered it yet. Name the right directory with --data, the right year with --year, or run 'npm start' once.",
  });
}
