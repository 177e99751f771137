// JSON texts of the table, read back as what they are.
import * as z from 'zod';
import type { Json } from '../../ledger/canonical.ts';

const json = z.json();

/** @throws Error if the text is not JSON */
export const parseJson = (text: string): Json => json.parse(JSON.parse(text));
