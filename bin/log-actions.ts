// What `communs log` does: shows the log, proves a fact, reads everything again. Loaded when it is asked for.

import { parseCheckpoint } from '../lib/ledger/log/checkpoint.ts';
import { whole } from '../lib/model/quantity-text.ts';
import { Refusal } from '../lib/model/refusal.ts';
import type { Language } from '../lib/model/text.ts';
import type { Ports } from '../lib/ports.ts';
import { addCosignature } from '../lib/use-cases/log/add-cosignature.ts';
import { askWitnesses } from '../lib/use-cases/log/ask-witnesses.ts';
import { logEvidence } from '../lib/use-cases/log/log-evidence.ts';
import { isBrokenLog } from '../lib/use-cases/log/log-head.ts';
import { yearOfOrigin } from '../lib/use-cases/log/log-of-year.ts';
import { holds, type MonitoredYear, monitorYear } from '../lib/use-cases/log/monitor-log.ts';
import { type ShownYear, showLog } from '../lib/use-cases/log/show-log.ts';
import { stampLog } from '../lib/use-cases/log/stamp-log.ts';
import type { Outcome } from './frame/command.ts';
import { readInput } from './frame/read-input.ts';
import { textTable } from './frame/text-table.ts';
import { wholeNumber } from './frame/whole-number.ts';
import { writeFolder } from './frame/write-folder.ts';
import { wrongUsage } from './frame/wrong-usage.ts';
import { readLedger, withLedger } from './ledger.ts';

export { isBrokenLog };

export interface LogAsked {
  readonly year: string | undefined;
  readonly book: string | undefined;
  readonly seq: string | undefined;
  readonly out: string | undefined;
  readonly since: string | undefined;
  readonly file: string | undefined;
  readonly data: string | undefined;
  readonly memory: boolean;
}

const command = 'log';

/** @throws Refusal `log-empty` */
async function shownYears(ports: Ports, { year }: LogAsked): Promise<readonly ShownYear[]> {
  const wanted = wholeNumber(year, { command, option: 'year', from: 1000, to: 9999 });
  const shown = (await showLog(ports)).filter((each) => wanted === null || each.year === wanted);
  if (shown.length > 0) return shown;
  throw new Refusal('log-empty', {
    fr: 'Ce journal est vide : aucun fait n’y est encore entré. Indiquez le bon répertoire avec --data, la bonne année avec --year, ou lancez « npm start » une fois.',
    en: "This log is empty: no fact has entered it yet. Name the right directory with --data, the right year with --year, or run 'npm start' once.",
  });
}

async function show(asked: LogAsked): Promise<Outcome> {
  const years = await readLedger(asked, (ports) => shownYears(ports, asked));
  const heads = { fr: ['Année', 'Entrées', 'Racine', 'Origine'], en: ['Year', 'Entries', 'Root', 'Origin'] };
  return {
    exitCode: 0,
    json: () => ({ years }),
    text: (language) =>
      [
        ...textTable([
          heads[language],
          ...years.map(({ year, size, root, origin }) => [String(year), whole(language, size), root, origin]),
        ]),
        ...years.flatMap(({ vkeys }) => vkeys),
      ].join('\n'),
  };
}

/** The very bytes, so that the answer can be kept as a file. */
async function checkpoint(asked: LogAsked): Promise<Outcome> {
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

async function prove(asked: LogAsked): Promise<Outcome> {
  const seq = wholeNumber(asked.seq, { command, option: 'seq', from: 0, to: 999_999_999 });
  const { book, out } = asked;
  if (book === undefined || seq === null) {
    throw wrongUsage(command, {
      fr: 'prove demande --book LIVRE et --seq N : quel fait prouver.',
      en: 'prove needs --book BOOK and --seq N: which fact to prove.',
    });
  }
  const evidence = await readLedger(asked, (ports) => logEvidence(ports, { book, seq }));
  if (evidence === null) {
    throw new Refusal('not-in-log', {
      fr: `Le fait ${seq} du livre ${book} n’est pas dans le journal : il n’existe pas, ou n’y est pas encore entré. Vérifiez --book et --seq ; un fait récent entre au prochain lancement.`,
      en: `Fact ${seq} of the book ${book} is not in the log: it does not exist, or has not entered yet. Check --book and --seq; a recent fact enters at the next start.`,
    });
  }
  const text = new TextDecoder().decode(evidence.proof);
  if (out !== undefined) {
    await writeFolder(
      out,
      new Map([
        ['fact', evidence.fact],
        ['salt', evidence.salt],
        ['fact.tlog-proof', evidence.proof],
        ['checkpoint', evidence.checkpoint],
        ['log.vkey', new TextEncoder().encode(evidence.vkeys.map((vkey) => `${vkey}\n`).join(''))],
      ]),
    );
  }
  return {
    exitCode: 0,
    json: () => ({ book, seq, proof: text, vkeys: evidence.vkeys, ...(out === undefined ? {} : { out }) }),
    text: (language) =>
      out === undefined
        ? text.replace(/\n$/, '')
        : { fr: `Preuve écrite dans ${out}.`, en: `Proof written to ${out}.` }[language],
  };
}

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
  const counts = {
    fr: `${year} : entrées ${n(head.size)}, fichiers relus ${n(files)}, anomalies ${n(findings.length)}.`,
    en: `${year}: entries ${n(head.size)}, files read again ${n(files)}, findings ${n(findings.length)}.`,
  }[language];
  return [
    counts,
    ...findings.map(({ path, what }) => `  ${path}: ${findingWords[language][what]}`),
    ...(since === null ? [] : [`  ${year}: ${sinceWords[language][since]}`]),
  ];
}

async function monitor(asked: LogAsked): Promise<Outcome> {
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

async function takeCosignature(asked: LogAsked): Promise<Outcome> {
  const { file } = asked;
  if (file === undefined) {
    throw wrongUsage(command, {
      fr: 'add-cosignature demande --file FICHIER : ce que le témoin a donné.',
      en: 'add-cosignature needs --file FILE: what the witness gave.',
    });
  }
  const { bytes } = await readInput(file);
  const taken = await withLedger(asked, (ports) => addCosignature(ports, bytes));
  const names = taken.witnesses.map(({ name, at }) => `${name} (${at})`).join(', ');
  return {
    exitCode: 0,
    json: () => taken,
    text: (language) =>
      ({
        fr: `Cosignature gardée et servie avec le point de contrôle de ${taken.year} : ${names}.`,
        en: `Cosignature kept, and served with the checkpoint of ${taken.year}: ${names}.`,
      })[language],
  };
}

const outcomeWords = {
  fr: { cosigned: 'a cosigné', silent: 'ne répond pas', refused: 'n’a pas cosigné' },
  en: { cosigned: 'cosigned', silent: 'does not answer', refused: 'did not cosign' },
} as const;

async function stamp(asked: LogAsked): Promise<Outcome> {
  const { stamped, witnesses } = await withLedger(asked, async (ports) => {
    if (ports.timeStamps.authority === null && ports.witnesses.submitting.length === 0) {
      throw new Refusal('time-stamp-not-set-up', {
        fr: 'Ni autorité d’horodatage ni témoin ne sont réglés. Mettez COMMUNS_TSA_URL et COMMUNS_TSA_CA, ou COMMUNS_WITNESSES (docs/log.md), puis recommencez.',
        en: 'No time-stamping authority and no witness are set. Set COMMUNS_TSA_URL and COMMUNS_TSA_CA, or COMMUNS_WITNESSES (docs/log.md), then try again.',
      });
    }
    await shownYears(ports, asked);
    return { stamped: await stampLog(ports), witnesses: await askWitnesses(ports) };
  });
  const isDone = stamped.every(({ at }) => at !== null) && witnesses.every(({ outcome }) => outcome === 'cosigned');
  return {
    exitCode: isDone ? 0 : 1,
    json: (language) => ({
      stamped: stamped.map(({ refusal, ...one }) => ({ ...one, detail: refusal?.detail[language] ?? null })),
      witnesses,
    }),
    text: (language) =>
      [
        ...stamped.map(({ year, size, at, refusal }) => `${year}, ${size}: ${at ?? refusal?.detail[language] ?? ''}`),
        ...witnesses.map(({ year, name, outcome }) => `${year}, ${name}: ${outcomeWords[language][outcome]}`),
      ].join('\n'),
  };
}

export const logActions = { show, checkpoint, prove, monitor, 'add-cosignature': takeCosignature, stamp } as const;
