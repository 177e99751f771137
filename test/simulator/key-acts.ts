// Keys over time: another one is made and published, a former one is retired.
import { listKeys, publishAllKeys, retireKey } from '../../lib/use-cases/keys.ts';
import type { DrawAct } from './drawn-acts.ts';
import { keyUses } from './key-rings.ts';

const told = (kind: 'key-published' | 'key-retired', kid: string) => ({
  ...{ book: 'registry', kind, holds: { kid } },
});

export const keyActs: readonly (readonly [weight: number, act: DrawAct])[] = [
  [
    3,
    ({ draw, unique }) => {
      const [use, id] = [draw.oneOf(keyUses), unique()];
      // Where the operator makes it elsewhere and only names it, it is published before it signs.
      const isPublished = draw.chance(60);
      return {
        ...{ name: 'rotate key', tenant: null, isAlone: true },
        carryOut: async (ports, rotate) => {
          await rotate(use, id);
          if (isPublished) await publishAllKeys(ports);
          const keys = await listKeys(ports);
          const published = keys.filter((key) => isPublished || key.published !== null);
          return { keys, told: published.map(({ kid }) => told('key-published', kid)) };
        },
      };
    },
  ],
  [
    4,
    ({ draw, cast, history }) => {
      const former = history.keys.filter(({ isCurrent }) => !isCurrent);
      const some = draw.chance(85) ? former : history.keys;
      if (some.length === 0) return null;
      const kid = draw.chance(95) ? draw.oneOf(some).kid : 'nobody’s';
      const by = draw.chance(95) ? cast.registrar : cast.companies[0]!.hr;
      return {
        ...{ name: 'retire key', tenant: null, reachesAll: true },
        carryOut: async (ports) => {
          const key = await retireKey(ports, { by, kid });
          return { told: [told('key-retired', key.kid)] };
        },
      };
    },
  ],
];
