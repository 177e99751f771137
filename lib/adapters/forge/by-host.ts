// One forge for all hosts: each host is read as its setting says, every other one by plain git.
import * as z from 'zod';
import { hostOf } from '../../model/repository.ts';
import { type Forge, type ForgeStart, StartGone } from '../../ports/forge.ts';
import type { ForgeKind, ForgeSetting } from './forge-settings.ts';

/** How a forge of each kind is made; plain git needs no setting. */
export type ForgeMakers = Readonly<Record<Exclude<ForgeKind, 'git'>, (setting: ForgeSetting) => Forge>> & {
  readonly git: () => Forge;
};

/** A cursor with the kind of forge that gave it: what one kind gave says nothing to another. */
const ofKind = z.object({ forge: z.string(), at: z.json() });
const under = (forge: ForgeKind, at: ForgeStart['first']): ForgeStart['first'] => (at === null ? null : { forge, at });

/**
 * @param settings one a host
 * @returns a forge that passes each call to the one of the repository's host; a run begun by another kind of forge begins anew
 */
export function forgeByHost(settings: readonly ForgeSetting[], makers: ForgeMakers): Forge {
  const git = makers.git();
  const byHost = new Map<string, { readonly kind: ForgeKind; readonly forge: Forge }>();
  for (const setting of settings) {
    const { host, kind } = setting;
    byHost.set(host, { kind, forge: kind === 'git' ? git : makers[kind](setting) });
  }
  const reading = (url: string): { readonly kind: ForgeKind; readonly forge: Forge } =>
    byHost.get(hostOf(url)) ?? { kind: 'git', forge: git };

  return {
    start: async (source, known) => {
      const { kind, forge } = reading(source.url);
      const acts = ofKind.safeParse(known.acts);
      const own = acts.success && acts.data.forge === kind ? acts.data.at : null;
      const start = await forge.start(source, { ...known, acts: own });
      return { ...start, first: under(kind, start.first), acts: under(kind, start.acts) };
    },
    pages: async function* (source, start, from) {
      const { kind, forge } = reading(source.url);
      const [first, cursor] = [ofKind.parse(start.first), ofKind.parse(from)];
      if (cursor.forge !== kind) throw new StartGone(`begun by ${cursor.forge}, and ${kind} reads this host now`);
      for await (const page of forge.pages(source, { ...start, first: first.at }, cursor.at)) {
        yield { ...page, next: under(kind, page.next) };
      }
    },
    // Files and commits have the same ids whoever reads them.
    licences: (source, asked) => reading(source.url).forge.licences(source, asked),
  };
}
