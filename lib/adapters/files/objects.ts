// Files named by what they hold, written once. A crash leaves the file whole or not there; the retry puts the same bytes.
import type { Objects } from '../../ports/files.ts';
import type { Blobs } from './blobs.ts';

export const objects = ({ putIfAbsent, get }: Blobs): Objects => ({
  put: async (name, bytes) => {
    await putIfAbsent(name, bytes);
  },
  get,
});
