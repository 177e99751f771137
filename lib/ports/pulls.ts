// Runs that read repositories: their queue, where each is, and the hosts that announce news.

/** Where a run under way is, page by page. Each step may be lost at any time: then the run begins anew. Nothing here is evidence. */
export interface PullSteps {
  /** Put if absent: of two runners of one run, the first to put a step decides it. @returns 'taken' if another one was there */
  readonly put: (run: string, step: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly get: (run: string, step: string) => Promise<Uint8Array | null>;
  /** All steps of the run. */
  readonly clear: (run: string) => Promise<void>;
}

/** Repositories that are to be pulled, each when its time comes. Asked twice is pulled twice, and the second pull finds nothing new. */
export interface PullQueue {
  /** @param notBefore UTC milliseconds @returns once it can no longer be lost, as far as this run keeps anything */
  readonly ask: (repository: string, notBefore: number) => Promise<void>;
}

/** How a host signs what it sends: by which scheme, and the secret shared with it. */
export interface WebhookSecret {
  readonly host: string;
  readonly kind: 'github' | 'gitlab' | 'forgejo';
  readonly secret: string;
}

export interface Webhooks {
  /** @param host as in the addresses of its repositories, with its port if any @returns null if nothing was agreed with it */
  readonly of: (host: string) => WebhookSecret | null;
}
