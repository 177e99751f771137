// The name of a command as somebody typed it.
import { perhaps, wrongUsage } from './wrong-usage.ts';

/** @returns the name that was asked for @throws Refusal `wrong-usage` with the closest name */
export function knownName(names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  const close = perhaps(name, names);
  throw wrongUsage(null, {
    fr: `La commande « ${name} » n’existe pas.${close.fr}`,
    en: `There is no command '${name}'.${close.en}`,
  });
}
