// Ports that always go together, so that a declaration shows what is special about its endpoint.

/** To read a book: its views, the facts newer than they, and the rows behind them. */
export const toRead = ['primitives', 'readBooks', 'readBatches', 'readViews', 'objects'] as const;

/** To append a fact with its rows. */
export const toAppend = [...toRead, 'clock', 'random', 'appendBooks', 'writeBatches'] as const;

/** To read what proves that a fact is in the public log. */
export const toProve = ['readLogFiles', 'readLogPlaces', 'logKeys', 'witnesses', 'installation'] as const;

/** To check an issued statement, and who outside vouches for it. */
export const toCheckIssued = [...toProve, 'timeStamps', 'signer'] as const;

/** To see what the log says: its checkpoints, its tiles, its keys. */
export const toReadLog = ['primitives', ...toProve] as const;

/** To take facts into the log, and publish its key before it signs. */
export const toSequence = [...toAppend, ...toReadLog, 'listBooks', 'logFiles', 'logPlaces', 'logSigner'] as const;

/** To read an issued statement too: its disclosures and workbooks are sealed. */
export const toReadSealed = [...toRead, 'readSealedFiles'] as const;

/** To make what is handed over of a statement, and seal it. */
export const toRender = [...toCheckIssued, 'seal', 'fonts'] as const;

/** The directory as queries know it: without the right to change it. */
export const withNames = <Given extends { readonly readDirectory: unknown }>({
  readDirectory,
  ...ports
}: Given): Omit<Given, 'readDirectory'> & { readonly directory: Given['readDirectory'] } => ({
  ...ports,
  directory: readDirectory,
});

/** The sealed files as queries know them: without the right to add or destroy. */
export const withSealed = <Given extends { readonly readSealedFiles: unknown }>({
  readSealedFiles,
  ...ports
}: Given): Omit<Given, 'readSealedFiles'> & { readonly sealedFiles: Given['readSealedFiles'] } => ({
  ...ports,
  sealedFiles: readSealedFiles,
});
