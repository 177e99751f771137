// A forge that reads another place than the address says: a recording in place of the repository, a copy in place of the original.
import type { Forge } from '../../ports/forge.ts';

/** @param placeOf where to read instead, by the address; asked at each call */
export const readElsewhere = (forge: Forge, placeOf: (url: string) => string | Promise<string>): Forge => ({
  start: async ({ repository, url }, known) => forge.start({ repository, url: await placeOf(url) }, known),
  pages: async function* ({ repository, url }, start, from) {
    yield* forge.pages({ repository, url: await placeOf(url) }, start, from);
  },
  licences: async ({ repository, url }, asked) => forge.licences({ repository, url: await placeOf(url) }, asked),
});
