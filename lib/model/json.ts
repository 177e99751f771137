// What a canonical text may hold, as a type: the pure rooms name it without importing the ledger.

/** Structurally the same as the ledger's: safe integers and NFC strings only, which `canonicalText` checks. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
