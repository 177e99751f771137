// Reads one XML part of a workbook as a stream of elements, without document types and so without entities.
import { SaxesParser } from 'saxes';
import type { Archive } from '../model/archive.ts';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal } from './refusals.ts';
import { makeTextPieces } from './text-decoding.ts';

interface XmlHandlers {
  /** `name` without its namespace prefix; attributes with theirs. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** `x:row` → `row`: some writers prefix every element. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const damagedXml = (name: string, cause: unknown) =>
  fileRefusal('not-a-spreadsheet', { fr: `« ${name} » est abîmé`, en: `“${name}” is damaged` }, cause);

/**
 * Parses a part piece by piece, so that between two pieces what has been read can be handed on.
 * @returns null if the archive has no such part
 * @throws Refusal while it is read: `zip-bomb`, `not-a-spreadsheet`
 */
export function xmlPieces(archive: Archive, name: string, handlers: XmlHandlers): Iterable<void> | null {
  const chunks = archive.open(name);
  return chunks === null ? null : parse(chunks, name, handlers);
}

/**
 * Parses a whole part.
 * @returns false if the archive has no such part
 * @throws Refusal `zip-bomb`, `not-a-spreadsheet`
 */
export function readXml(archive: Archive, name: string, handlers: XmlHandlers): boolean {
  const pieces = xmlPieces(archive, name, handlers);
  if (pieces === null) return false;
  for (const _ of pieces);
  return true;
}

function* parse(chunks: Iterable<Uint8Array>, name: string, { open, text, close }: XmlHandlers): Generator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw fileRefusal('zip-bomb', {
      fr: `« ${name} » déclare un type de document`,
      en: `“${name}” declares a document type`,
    });
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (text !== undefined) parser.on('text', text);
  if (text !== undefined) parser.on('cdata', text);
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  const pieces = makeTextPieces('utf-8', true);
  try {
    for (const chunk of chunks) {
      parser.write(pieces.decode(chunk));
      yield;
    }
    parser.write(pieces.close()).close();
  } catch (error) {
    throw error instanceof Refusal ? error : damagedXml(name, error);
  }
}
