// The difference that a statement makes to the one it replaces, in words.
import { cents, euros } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Rectification } from '../../lib/statement/rectification.ts';

const signed = (text: string, amount: number): string => (amount > 0 ? `+${text}` : text);

/** e.g. `+1 200 € (+1 200,40 € au centime)` */
export function rectificationText(
  language: Language,
  { creditCents, declaredEuros, isSimulation }: Rectification,
): string {
  const whole = signed(euros(language, declaredEuros), declaredEuros);
  const exact = signed(cents(language, creditCents), creditCents);
  const text = { fr: `${whole} (au centime : ${exact})`, en: `${whole} (to the cent: ${exact})` }[language];
  const simulation = { fr: 'simulation — aucun effet juridique', en: 'simulation — no legal effect' }[language];
  return isSimulation ? `${text}, ${simulation}` : text;
}
