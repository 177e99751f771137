// `communs log prove`: that one fact stands in the log.
import { Refusal } from '../../lib/model/refusal.ts';
import { logEvidence } from '../../lib/use-cases/log/log-evidence.ts';
import type { Outcome } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { writeFolder } from '../frame/write-folder.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { readLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';

const command = 'log';

export async function prove(asked: LogAsked): Promise<Outcome> {
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
