// What addresses and forms may hold, as the pages write it.
import * as z from 'zod';

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Opaque ids of companies, foundations, projects, developers, links. */
export const id = text(120);
/** As on the command line, 1900 to 9998: others are no years of a ledger, and a year has a month before and after it. */
const aYear = String.raw`(?:19\d\d|[2-8]\d{3}|9(?!999)\d{3})`;
export const year = z
  .string()
  .regex(new RegExp(`^${aYear}$`))
  .transform(Number);
export const month = z.string().regex(new RegExp(`^${aYear}-(?:0[1-9]|1[0-2])$`));
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A proof that she began. */
export const proofRequest = z.string().regex(/^[0-9a-f]{32}$/);
/** Host of a forge, with a port where it has one. */
export const forgeHost = z.string().regex(/^[A-Za-z0-9.-]{1,200}(?::\d{1,5})?$/);
/** Place of a fact in its book. */
export const seq = z.string().regex(/^\d{1,10}$/);
/** `<root>:<leaf>` */
export const entry = z.string().regex(/^[0-9a-f]{64}:\d{1,9}$/);
/** As a browser counts what it lets her type: a new line is one character, and sent as two. */
const written = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n'))
  .pipe(z.string().trim().max(1000));
/** What somebody writes in her own words. */
export const comment = written.pipe(z.string().min(1));
/** The same by what it is about; empty where she wrote nothing. */
export const commentsByCode = z.record(z.string(), written);
/** A field that may be left empty. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
/** A statement's number, or `p-<seq>` before it has one. */
export const statement = z.string().regex(/^(?:p-\d{1,10}|\d{4}-\d{4,15})$/);
/** Of an issued statement, or of a receipt. */
export const issuedNumber = z.string().regex(/^\d{4}-\d{4,15}$/);
/** As lib/statement/sample.ts has them; the room of endpoints reads no statement. */
export const sampleMethod = z.enum(['random', 'monetary-unit', 'largest']);
export const sampleSize = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number);
export const sampleWord = z.string().trim().max(200);
/** A line of a statement, from 1. */
export const place = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
/** As the form of a question names it. */
export const noteName = z.string().regex(/^[0-9a-f]{16}$/);
