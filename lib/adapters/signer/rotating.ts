// Keys that this machine makes itself can be rotated by it.

export interface Rotating {
  /** Makes a key that signs from now on in this process, and from their next start in others; the former ones stay, and still verify. */
  readonly rotate: () => Promise<void>;
}
