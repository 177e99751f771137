import { command, type Outcome } from '../frame/command.ts';
import { perhaps, wrongUsage } from '../frame/wrong-usage.ts';
import { ledgerOptions } from '../ledger.ts';
import type { LogAsked } from '../log/log-asked.ts';

const name = 'log';
type Action = (asked: LogAsked) => Promise<Outcome>;

/** Each is read from disk only when it is asked for. */
const actions: ReadonlyMap<string, () => Promise<Action>> = new Map([
  ['show', async () => (await import('../log/show.ts')).show],
  ['checkpoint', async () => (await import('../log/checkpoint.ts')).checkpoint],
  ['prove', async () => (await import('../log/prove.ts')).prove],
  ['monitor', async () => (await import('../log/monitor.ts')).monitor],
  ['add-cosignature', async () => (await import('../log/add-cosignature.ts')).addCosignature],
  ['stamp', async () => (await import('../log/stamp.ts')).stamp],
]);

export const log = command({
  name,
  argument: 'WHAT',
  summary: {
    fr: 'le journal public : show, checkpoint, prove (une preuve), monitor (tout relire), add-cosignature, stamp (horodater)',
    en: 'the public log: show, checkpoint, prove (a proof), monitor (read it all again), add-cosignature, stamp (a time stamp)',
  },
  options: {
    year: { value: 'Y', summary: { fr: 'une seule année', en: 'one year alone' } },
    book: { value: 'BOOK', summary: { fr: 'prove : le livre du fait', en: 'prove: the book of the fact' } },
    seq: { value: 'N', summary: { fr: 'prove : son rang dans le livre', en: 'prove: its place in the book' } },
    out: {
      value: 'DIR',
      summary: { fr: 'prove : le dossier où écrire les fichiers', en: 'prove: the folder to write the files to' },
    },
    since: {
      value: 'FILE',
      summary: {
        fr: 'monitor : un point de contrôle gardé, que le journal doit continuer',
        en: 'monitor: a checkpoint that was kept, which the log must go on from',
      },
    },
    file: {
      value: 'FILE',
      summary: {
        fr: 'add-cosignature : le point de contrôle cosigné par un témoin, ou ses lignes',
        en: 'add-cosignature: the checkpoint that a witness cosigned, or its lines',
      },
    },
    ...ledgerOptions,
  },
  run: async ({ argument, options }): Promise<Outcome> => {
    const load = actions.get(argument);
    if (load === undefined) {
      const names = [...actions.keys()];
      const meant = perhaps(argument, names);
      throw wrongUsage(name, {
        fr: `« ${argument} » n’est pas une action du journal : ${names.join(', ')}.${meant.fr}`,
        en: `'${argument}' is no action of the log: ${names.join(', ')}.${meant.en}`,
      });
    }
    const act = await load();
    try {
      return await act(options);
    } catch (error) {
      const { logOutOfOrder } = await import('../log/log-failure.ts');
      throw logOutOfOrder(error) ?? error;
    }
  },
});
