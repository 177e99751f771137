// `communs log add-cosignature`: a witness’s signature, kept and served with the checkpoint.
import { addCosignature as takeCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import type { Outcome } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';

export async function addCosignature(asked: LogAsked): Promise<Outcome> {
  const { file } = asked;
  if (file === undefined) {
    throw wrongUsage('log', {
      fr: 'add-cosignature demande --file FICHIER : ce que le témoin a donné.',
      en: 'add-cosignature needs --file FILE: what the witness gave.',
    });
  }
  const { bytes } = await readInput(file);
  const taken = await withLedger(asked, (ports) => takeCosignature(ports, bytes));
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
