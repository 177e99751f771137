// Reads one XML part of a workbook as a stream of elements, without document types and so without entities.
import { SaxesParser } from 'saxes';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal } from './refusals.ts';
import type { Archive } from './zip.ts';

export interface XmlHandlers {
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
 * @returns false if the archive has no such part
 * @throws Refusal `zip-bomb`, `not-a-spreadsheet`
 */
export function readXml(archive: Archive, name: string, handlers: XmlHandlers): boolean {
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
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  const { text, close } = handlers;
  if (text !== undefined) parser.on('text', text);
  if (text !== undefined) parser.on('cdata', text);
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const found = archive.read(name, (chunk) => {
      parser.write(decoder.decode(chunk, { stream: true }));
    });
    if (found) parser.write(decoder.decode()).close();
    return found;
  } catch (error) {
    throw error instanceof Refusal ? error : damagedXml(name, error);
  }
}
