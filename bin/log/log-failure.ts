// What a command says where the public log did not take what it should, or does not hold.
import { Refusal } from '../../lib/model/refusal.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import { isBrokenLog } from '../../lib/use-cases/log/log-head.ts';

/** @returns null unless the log itself does not hold */
export const logOutOfOrder = (error: unknown): Refusal | null =>
  isBrokenLog(error)
    ? new Refusal('log-out-of-order', {
        fr: `Le journal ne tient pas : ${error.message}. Rien n’y est plus ajouté. Ne supprimez rien : restaurez d’une sauvegarde le fichier nommé ici, ou par « communs log monitor », puis relancez-le.`,
        en: `The log does not hold: ${error.message}. Nothing more is added to it. Delete nothing: restore the file that is named here, or by 'communs log monitor', from a backup, then run it again.`,
      })
    : null;

/** To somebody whose act is done, and whose facts the log has not taken. */
export function behindText(error: unknown): Bilingual {
  const refusal = error instanceof Refusal ? error : logOutOfOrder(error);
  const why = refusal?.detail ?? {
    fr: 'Il les prendra au prochain lancement ; si cela se répète, lancez « communs log monitor ».',
    en: "It takes them at the next start; if this happens again, run 'communs log monitor'.",
  };
  return {
    fr: `Ce que vous avez fait est enregistré, mais le journal public n’a pas pris ces faits. ${why.fr}`,
    en: `What you did is recorded, but the public log has not taken these facts. ${why.en}`,
  };
}
