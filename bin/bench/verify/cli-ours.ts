// communs verify, offline, over the sample bundle.
import type { Prepare } from '../beside/way.ts';
import { runNode } from './run-node.ts';

const bundle = 'examples/statements/en/statement-2025-0001.names.zip';

export const prepare: Prepare = async () => () => runNode(['bin/communs.js', 'verify', bundle]);
