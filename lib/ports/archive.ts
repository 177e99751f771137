// A public archive of source code.

/** A public archive of source code: it tells what it holds, by SWHID, and can be asked to come and look. Nothing here waits for it. */
export interface Archive {
  /** The identifier of a repository as the archive names places: by its address. */
  readonly originOf: (url: string) => string;
  /** @returns for each SWHID whether it is held @throws ComeBackLater; Refusal `repository-unreachable` */
  readonly known: (swhids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;
  /** Asks it to visit a repository. @returns how the request stands @throws as `known` */
  readonly save: (url: string) => Promise<'accepted' | 'pending' | 'rejected'>;
}
