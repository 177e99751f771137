// Messages to people.

/** Messages to people, each to one address. */
export interface Mail {
  /** Folder in which messages are kept, marked TEST, in place of being sent; null where they are sent. */
  readonly outbox: string | null;
  /** False where the operator named no sender: a page then offers no code by mail. */
  readonly isSetUp: boolean;
  /** @throws Refusal `mail-not-set-up`, `mail-not-sent` */
  readonly send: (message: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>;
}
