// Every sentence that a person reads exists in French and in English.

/** One message in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
