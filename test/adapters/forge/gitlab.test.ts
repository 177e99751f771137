// GitLab's adapter against its documented shape and a real repository.
import { gitlabForge } from '../../../lib/adapters/forge/gitlab/gitlab-forge.ts';
import { keepsTheContract, marker } from './forge-contract.ts';
import { now } from './pulling.ts';

keepsTheContract({
  kind: 'gitlab',
  make: (server, atMs = () => now) =>
    gitlabForge({
      ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v4', now: atMs, fetch: server.fetch },
      credentials: { kind: 'token', token: marker },
    }),
  allowed: ({ onMain, branches, pulls }) => 2 + Math.max(1, Math.ceil(onMain / 100)) + branches + pulls + 3,
});
