// What an adapter of a forge's API is made with: which host, by whose leave, over which transport.
import type { ForgeFetch } from './safe-fetch.ts';

/** How we make ourselves known. Kept in memory, put on requests by the adapter alone, in no error and no log. */
export type ForgeCredentials =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'github-app';
      readonly appId: string;
      readonly installationId: string;
      /** PKCS#1 (as GitHub gives it) or PKCS#8. */
      readonly privateKeyPem: string;
    };

export interface ForgeOptions {
  /** As in the addresses of its repositories: `github.com`, `gitlab.example.org`. */
  readonly host: string;
  /** `https://api.github.com`, `https://github.example.org/api/v3`, `https://gitlab.com/api/v4`, `https://codeberg.org/api/v1`. */
  readonly apiBase: string;
  readonly credentials: ForgeCredentials | null;
  /** The guarded one (`safeFetch`, allowed the host of `apiBase`) unless given. */
  readonly fetch?: ForgeFetch;
  /** UTC milliseconds. */
  readonly now: () => number;
}
