import type { Command } from './command.ts';
import { perhaps, wrongUsage } from './wrong-usage.ts';

/** @throws Refusal `wrong-usage` with the closest name */
export function findCommand(commands: readonly Command[], name: string): Command {
  const found = commands.find((each) => each.name === name);
  if (found !== undefined) return found;
  const close = perhaps(
    name,
    commands.map((each) => each.name),
  );
  throw wrongUsage(null, {
    fr: `La commande « ${name} » n’existe pas.${close.fr}`,
    en: `There is no command '${name}'.${close.en}`,
  });
}
