// Is a package of somebody else's there to be measured?
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @param peers the folder of the peers, if there is one */
export const isInstalled = (packages: readonly string[], peers: string | undefined): boolean =>
  packages.every((name) => peers !== undefined && existsSync(join(peers, 'node_modules', name, 'package.json')));
