// `communs log monitor`: the whole log read again, against its signed heads and a checkpoint kept elsewhere.
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { yearOfOrigin } from '../../lib/use-cases/log/log-of-year.ts';
import { holds, type MonitoredYear, monitorYear } from '../../lib/use-cases/log/monitor-log.ts';
import type { Outcome } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';
import { readLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';
import { shownYears } from './shown-years.ts';

const findingWords = {
  fr: {
    missing: 'manque',
    'wrong-length': 'n’a pas la bonne longueur',
    'wrong-entry': 'une entrée n’est pas celle de la tuile',
    'wrong-parent': 'ne mène pas à la tuile du dessus',
    'wrong-root': 'le tout ne mène pas à la racine signée',
  },
  en: {
    missing: 'is missing',
    'wrong-length': 'has another length',
    'wrong-entry': 'an entry is not the one of the tile',
    'wrong-parent': 'does not lead to the tile above',
    'wrong-root': 'the whole does not lead to the signed root',
  },
} as const;

const sinceWords = {
  fr: {
    'goes-on': 'continue le point de contrôle gardé',
    older: 'en dit moins que le point de contrôle gardé : un ancien journal a été remis à sa place',
    differs: 'ne continue pas le point de contrôle gardé : son passé a été changé',
    'not-ours': 'le fichier donné n’est pas un point de contrôle de ce journal',
  },
  en: {
    'goes-on': 'goes on from the checkpoint that was kept',
    older: 'says less than the checkpoint that was kept: an older log was put in its place',
    differs: 'does not go on from the checkpoint that was kept: its past was changed',
    'not-ours': 'the file given is no checkpoint of this log',
  },
} as const;

function yearText({ year, head, files, findings, since }: MonitoredYear, language: Language): string[] {
  const n = (count: number): string => whole(language, count);
  const colon = language === 'fr' ? ' :' : ':';
  const counts = {
    fr: `${year} : entrées ${n(head.size)}, fichiers relus ${n(files)}, anomalies ${n(findings.length)}.`,
    en: `${year}: entries ${n(head.size)}, files read again ${n(files)}, findings ${n(findings.length)}.`,
  }[language];
  return [
    counts,
    ...findings.map(({ path, what }) => `  ${path}${colon} ${findingWords[language][what]}`),
    ...(since === null ? [] : [`  ${year}${colon} ${sinceWords[language][since]}`]),
  ];
}

export async function monitor(asked: LogAsked): Promise<Outcome> {
  const kept = asked.since === undefined ? null : (await readInput(asked.since)).bytes;
  const keptYear = kept === null ? null : yearOfOrigin(parseCheckpoint(kept)?.origin ?? '');
  const years = await readLedger(asked, async (ports) => {
    const monitored: MonitoredYear[] = [];
    const shown = await shownYears(ports, asked);
    // Where the file names no year of this log, the latest is held against it, and says so.
    const held = shown.find(({ year }) => year === keptYear)?.year ?? shown[0]?.year;
    for (const { year } of shown) {
      const one = await monitorYear(ports, year, year === held ? kept : null);
      if (one !== null) monitored.push(one);
    }
    return monitored;
  });
  return {
    exitCode: years.every(holds) ? 0 : 1,
    json: () => ({
      ok: years.every(holds),
      years: years.map(({ year, head, files, findings, since }) => ({ year, size: head.size, files, findings, since })),
    }),
    text: (language) => years.flatMap((year) => yearText(year, language)).join('\n'),
  };
}
