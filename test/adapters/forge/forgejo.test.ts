// Forgejo's and Gitea's adapter against their swagger and a real repository.
import { forgejoForge } from '../../../lib/adapters/forge/forgejo/forgejo-forge.ts';
import { keepsTheContract, marker } from './forge-contract.ts';
import { now } from './pulling.ts';

keepsTheContract({
  kind: 'forgejo',
  make: (server, atMs = () => now) =>
    forgejoForge({
      ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v1', now: atMs, fetch: server.fetch },
      credentials: { kind: 'token', token: marker },
    }),
  allowed: ({ onMain, branches, pulls }) => 3 + Math.max(1, Math.ceil(onMain / 50)) + branches + 2 * pulls + 3,
});
