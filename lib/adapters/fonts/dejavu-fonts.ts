// The letters of printed documents: DejaVu Sans Condensed, from the package, or from beside the program where it was bundled.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Fonts } from '../../ports/files.ts';
import { once } from '../once.ts';

/** The folder that `lib/infrastructure/bundle.ts` puts beside each bundle. */
const bundled = new URL('fonts/', import.meta.url);

async function fontFile(name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(new URL(name, bundled)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return new Uint8Array(await readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`)));
  }
}

/** Read at the first call, then kept: 1.4 MB. */
export const dejavuFonts = (): Fonts => ({
  ofDocuments: once(async () => ({
    regular: await fontFile('DejaVuSansCondensed.ttf'),
    bold: await fontFile('DejaVuSansCondensed-Bold.ttf'),
  })),
});
