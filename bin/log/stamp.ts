// `communs log stamp`: time stamps and witnesses asked now.
import { Refusal } from '../../lib/model/refusal.ts';
import { askWitnesses } from '../../lib/use-cases/log/ask-witnesses.ts';
import { stampLog } from '../../lib/use-cases/log/stamp-log.ts';
import type { Outcome } from '../frame/command.ts';
import { withLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';
import { shownYears } from './shown-years.ts';

const outcomeWords = {
  fr: { cosigned: 'a cosigné', silent: 'ne répond pas', refused: 'n’a pas cosigné' },
  en: { cosigned: 'cosigned', silent: 'does not answer', refused: 'did not cosign' },
} as const;

export async function stamp(asked: LogAsked): Promise<Outcome> {
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
    text: (language) => {
      const colon = language === 'fr' ? ' :' : ':';
      return [
        ...stamped.map(
          ({ year, size, at, refusal }) => `${year}, ${size}${colon} ${at ?? refusal?.detail[language] ?? ''}`,
        ),
        ...witnesses.map(({ year, name, outcome }) => `${year}, ${name}${colon} ${outcomeWords[language][outcome]}`),
      ].join('\n');
    },
  };
}
