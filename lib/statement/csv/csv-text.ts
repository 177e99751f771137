// Records as CSV (RFC 4180), for machines and for a French Excel, so that no text of a file becomes a formula of whoever opens it.

/** `csv`: UTF-8, comma, decimal point, ISO dates. `csv-fr`: byte order mark, semicolon, decimal comma, dates as Excel in French reads them. */
export const csvFormats = ['csv', 'csv-fr'] as const;
export type CsvFormat = (typeof csvFormats)[number];

/** A whole number, or one with a fixed count of decimals: `units` of 10^-decimals. Never a float. */
export interface CsvNumber {
  readonly units: bigint;
  readonly decimals: number;
}

/** A text, a number, a day `YYYY-MM-DD`, or nothing. */
export type CsvValue = { readonly text: string } | { readonly day: string } | CsvNumber | null;

interface Dialect {
  readonly mark: string;
  readonly separator: string;
  readonly decimal: string;
  readonly day: (iso: string) => string;
}

const dialects: Readonly<Record<CsvFormat, Dialect>> = {
  csv: { mark: '', separator: ',', decimal: '.', day: (iso) => iso },
  'csv-fr': { mark: '\ufeff', separator: ';', decimal: ',', day: (iso) => iso.split('-').reverse().join('/') },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL, too, is skipped by some programs before they look for a formula
const risky = /^[=+\-@\t\r\u0000]/;

/** A leading `'` keeps a text a text: a spreadsheet would take what begins so for a formula. */
export const neutralised = (text: string): string => (risky.test(text) ? `'${text}` : text);

function quoted(text: string, separator: string): string {
  const mustQuote = text.includes(separator) || /["\r\n]/.test(text) || text !== text.trim();
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}

function numberText({ units, decimals }: CsvNumber, decimal: string): string {
  if (decimals === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}${decimal}${digits.slice(-decimals)}`;
}

function fieldText(value: CsvValue, { separator, decimal, day }: Dialect): string {
  if (value === null) return '';
  if ('text' in value) return quoted(neutralised(value.text), separator);
  if ('day' in value) return day(value.day);
  return numberText(value, decimal);
}

/** Half away from zero, in whole numbers. @param per what one whole is made of: minutes of an hour, half-days of a day */
export function quotient(amount: number, per: number, decimals: number): CsvNumber {
  const scaled = BigInt(amount) * 10n ** BigInt(decimals) * 2n;
  const [half, whole] = [BigInt(per), BigInt(per) * 2n];
  const units = amount < 0 ? (scaled - half) / whole : (scaled + half) / whole;
  return { units, decimals };
}

export const wholeNumber = (value: number): CsvNumber => ({ units: BigInt(value), decimals: 0 });

/** Lines of the file, each with its end (CRLF), the header first: a file of any length can be written as they come. */
export function* csvLines(
  format: CsvFormat,
  header: readonly string[],
  records: Iterable<readonly CsvValue[]>,
): Generator<string> {
  const dialect = dialects[format];
  const line = (values: readonly CsvValue[]): string =>
    `${values.map((value) => fieldText(value, dialect)).join(dialect.separator)}\r\n`;
  yield dialect.mark + line(header.map((text) => ({ text })));
  for (const record of records) yield line(record);
}
