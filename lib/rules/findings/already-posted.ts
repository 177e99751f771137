// The same person, day, project and amount stands already: the second one counts for nothing unless it is put on one line with the first.
import type { TimeFinding } from './finding.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { amountIn, dayIn } from './words.ts';

export const alreadyPosted = ({ lines }: TimeAtHand): TimeFinding[] =>
  lines.flatMap(({ claim, line, repeats }): TimeFinding[] => {
    if (line === null || repeats === null) return [];
    const { developer, day, project, unit, amount } = claim;
    const place =
      repeats.entry === null
        ? { fr: 'plus haut dans ce fichier', en: 'further up in this file' }
        : { fr: 'dans le registre', en: 'in the book' };
    return [
      {
        ...{ code: 'already-posted', developer, from: day, to: day, project, amounts: null },
        // Within one file it is asked as a double line already.
        severity: repeats.entry === null ? 'note' : 'confirm',
        lines: [line.ref],
        standing: repeats.entry === null ? [] : [repeats.entry],
        detail: {
          fr: `Le ${dayIn('fr', day)} : la même ligne (même projet, ${amountIn('fr', unit, amount)}) figure déjà ${place.fr}, et la seconde sera écartée. Laissez-la de côté ; si les deux sont vraies, mettez leur total sur une seule ligne.`,
          en: `${dayIn('en', day)}: the same line (same project, ${amountIn('en', unit, amount)}) stands already ${place.en}, and the second will be refused. Leave it out; if both are true, put their total on one line.`,
        },
      },
    ];
  });
