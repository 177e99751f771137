// Every sentence that a person reads exists in French and in English.

/** One message in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

/** What a person typed, as a batch can hold it: one spelling of each letter (NFC), no half of a surrogate pair. */
export const typedText = (text: string): string => text.toWellFormed().normalize('NFC');
