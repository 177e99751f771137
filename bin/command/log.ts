import { Refusal } from '../../lib/model/refusal.ts';
import { command, type Outcome } from '../frame/command.ts';
import { perhaps, wrongUsage } from '../frame/wrong-usage.ts';
import { ledgerOptions } from '../ledger.ts';
import type { LogAsked } from '../log-actions.ts';

const name = 'log';
const actions = ['show', 'checkpoint', 'prove', 'monitor', 'add-cosignature', 'stamp'] as const;
type Action = (typeof actions)[number];

const isAction = (text: string): text is Action => actions.some((action) => action === text);

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
    if (!isAction(argument)) {
      const meant = perhaps(argument, actions);
      throw wrongUsage(name, {
        fr: `« ${argument} » n’est pas une action du journal : ${actions.join(', ')}.${meant.fr}`,
        en: `'${argument}' is no action of the log: ${actions.join(', ')}.${meant.en}`,
      });
    }
    const asked: LogAsked = options;
    const { isBrokenLog, logActions } = await import('../log-actions.ts');
    try {
      return await logActions[argument](asked);
    } catch (error) {
      if (!isBrokenLog(error)) throw error;
      throw new Refusal('log-out-of-order', {
        fr: `Le journal ne tient pas : ${error.message}. Rien n’y est plus ajouté. Ne supprimez rien : restaurez d’une sauvegarde le fichier nommé ici, ou par « communs log monitor », puis relancez-le.`,
        en: `The log does not hold: ${error.message}. Nothing more is added to it. Delete nothing: restore the file that is named here, or by 'communs log monitor', from a backup, then run it again.`,
      });
    }
  },
});
