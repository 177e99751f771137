// The contracts on the embedded assembly: dynoxide, directories, key files, git.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { WaitingInbox } from '../../lib/adapters/inbox/waiting-inbox.ts';
import { type LocalAssembly, localAssembly } from '../../lib/adapters/local.ts';
import { addCommits, git, line } from '../adapters/forge/git-history.ts';
import { everyPort } from './every-port.ts';
import { forgeContract } from './forge.ts';
import { inboxContract } from './inbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-contracts-'));
const origin = join(folder, 'origin.git');
let embedded: LocalAssembly;
let ids: string[] = [];
beforeAll(async () => {
  embedded = await localAssembly({
    dataDirectory: join(folder, 'data'),
    onFact: async () => undefined,
    onLog: async () => undefined,
    onLogFailure: () => undefined,
    environment: {},
  });
  addCommits(folder, []);
  git(folder, ['init', '--quiet', '--bare', origin]);
  addCommits(origin, line('refs/heads/main', 3));
  ids = git(origin, ['rev-list', 'main']).trim().split('\n');
});
afterAll(async () => {
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
});

everyPort(() => embedded.ports, true);
inboxContract((): WaitingInbox => ({ ...embedded.inbox, submit: embedded.ports.inbox.submit }));
forgeContract(() => ({ forge: embedded.ports.forge, url: origin, ids }));
