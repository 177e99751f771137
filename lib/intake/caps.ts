// What an uploaded file may cost us: every limit in one table.

export const caps = {
  /** Bytes of a workbook as received. */
  workbookBytes: 20_000_000,
  /** Bytes of a text file as received. */
  textBytes: 100_000_000,
  workbookRows: 200_000,
  textRows: 1_000_000,
  /** Unpacked bytes of sheets whose rows are kept between the two readings (some 65,000 lines of eight columns); larger ones are taken apart twice. */
  keptSheetBytes: 24_000_000,
  columns: 60,
  cellCharacters: 4_096,
  /** Lines that one quoted text may span before it is taken for a quote never closed. */
  cellLines: 100,
  merges: 20_000,
  zipEntries: 200,
  zipEntryBytes: 96_000_000,
  zipTotalBytes: 128_000_000,
  /** Unpacked over packed, for parts above `zipRatioFromBytes`. */
  zipRatio: 200,
  zipRatioFromBytes: 1_000_000,
  /** Rows searched for the header. */
  headerRows: 60,
  /** Problems listed one by one; those beyond are counted by code. */
  problemsListed: 10_000,
  /** Rows listed as ignored; those beyond are counted. */
  ignoredListed: 100_000,
} as const;
