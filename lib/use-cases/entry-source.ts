// Where a declared line was written, as its readers see it: the file by its own name, or the correction that made it.
import type { DeclaredEntry } from './declared-time.ts';
import { uploadName } from './keep-upload.ts';
import type { DirectoryPorts } from './people.ts';

interface ShownSource {
  readonly file: string;
  readonly sheet: string | null;
  /** 1-based; null for a correction, which no file holds. */
  readonly row: number | null;
  readonly cell: string | null;
}

export async function sourceOf(
  ports: DirectoryPorts,
  company: string,
  { file, source, posting }: DeclaredEntry,
): Promise<ShownSource> {
  if (file === null || source === null) return { file: `correction ${posting}`, sheet: null, row: null, cell: null };
  return { ...source, file: await uploadName(ports, company, file) };
}
