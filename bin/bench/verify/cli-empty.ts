// Node that does nothing (floor).
import type { Prepare } from '../beside/way.ts';
import { runNode } from './run-node.ts';

export const prepare: Prepare = async () => () => runNode(['-e', '0']);
