// The contracts on the memory adapters.
import type { MemoryRepository } from '../../lib/adapters/memory/memory-forge.ts';
import { memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { everyPort } from './every-port.ts';
import { forgeContract } from './forge.ts';
import { inboxContract } from './inbox.ts';
import { madeCommit } from './made-commit.ts';

const world = memoryWorld();
const { ports, inbox } = memoryPorts({ world });
everyPort(() => ports, true);
inboxContract(() => inbox);

const ids = ['c', 'b', 'a'].map((letter) => letter.repeat(40));
const repository: MemoryRepository = {
  tips: { 'refs/heads/main': ids[0]! },
  defaultBranch: 'main',
  commits: ids.map((sha, i) => madeCommit(sha, ids.slice(i + 1, i + 2))),
};
world.repositories.set('https://forge.example/r', repository);
forgeContract(() => ({ forge: ports.forge, url: 'https://forge.example/r', ids }));
