// One sentence: when the repositories behind the traces were last read, and how long ago.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';
import { plural, say } from '../../lib/model/typeset.ts';
import { dayInWords, instantInWords } from './dates.ts';

/** How fresh one repository's traces are. */
export interface Freshness {
  readonly repository: string;
  /** Day in Paris; null: never read. */
  readonly readOn: Day | null;
  readonly gapDays: number | null;
  /** Instant UTC; null: no reading waits. */
  readonly waitingUntil: string | null;
  /** Commits that left the history since they were seen. */
  readonly orphaned: number;
}

type Counted = (n: number, one: string, many: string) => string;

const gapTo = {
  now: { fr: '', en: '' },
  prepared: { fr: ' jusqu’à la préparation de l’état', en: ' until the statement was prepared' },
};

function readIn(list: readonly Freshness[], language: Language, count: Counted, to: keyof typeof gapTo): string {
  const read = list.filter(({ readOn }) => readOn !== null);
  const oldest = read.toSorted((a, b) => b.gapDays! - a.gapDays!)[0];
  if (oldest === undefined) {
    return say(language, {
      fr: 'Aucun dépôt n’a encore été lu : il n’y a pas de trace à montrer',
      en: 'No repository was read yet: there is no trace to show',
    });
  }
  const day = dayInWords(language, oldest.readOn!);
  const gap = oldest.gapDays!;
  return say(language, {
    fr: `Traces lues le ${day} (heure de Paris), écart ${count(gap, 'jour', 'jours')}${gapTo[to].fr}${
      read.length === 1 ? '' : `, pour le moins récent de ${read.length} dépôts`
    }`,
    en: `Traces read on ${day} (Europe/Paris), gap ${count(gap, 'day', 'days')}${gapTo[to].en}${
      read.length === 1 ? '' : `, for the least recent of ${read.length} repositories`
    }`,
  });
}

/**
 * @param to until when the gap is counted
 * @returns null where there is no repository to speak of
 */
export function freshnessLine(
  language: Language,
  list: readonly Freshness[],
  to: keyof typeof gapTo = 'now',
): ComponentChild {
  if (list.length === 0) return null;
  const count: Counted = (n, one, many) => `${n} ${plural(language, n, one, many)}`;
  const never = list.filter(({ readOn }) => readOn === null).length;
  const orphaned = list.reduce((sum, one) => sum + one.orphaned, 0);
  const waiting = list.flatMap(({ waitingUntil }) => waitingUntil ?? []).sort();
  const until = waiting[0] === undefined ? '' : instantInWords(language, waiting[0]);
  const parts = [
    readIn(list, language, count, to),
    ...(never === 0 || never === list.length
      ? []
      : [
          say(language, {
            fr: `${count(never, 'dépôt jamais lu', 'dépôts jamais lus')}`,
            en: `${count(never, 'repository never read', 'repositories never read')}`,
          }),
        ]),
    ...(until === ''
      ? []
      : [say(language, { fr: `une lecture reprend après le ${until}`, en: `a reading goes on after ${until}` })]),
    ...(orphaned === 0
      ? []
      : [
          say(language, {
            fr: `${count(orphaned, 'commit a quitté', 'commits ont quitté')} l’historique depuis et ${plural(language, orphaned, 'reste', 'restent')} une preuve`,
            en: `${count(orphaned, 'commit has left', 'commits have left')} the history since and ${plural(language, orphaned, 'stays', 'stay')} evidence`,
          }),
        ]),
  ];
  return h('p', { class: 'hint' }, `${parts.join(language === 'fr' ? '\u202f; ' : '; ')}.`);
}
