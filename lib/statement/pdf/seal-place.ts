// The place that a seal takes in a PDF (ETSI EN 319 142-1): a signature field without a look, its dictionary, and room for the signature.

export interface SealPlace {
  /** When it is sealed: in a PAdES baseline signature this stands here, and not among the signed attributes (EN 319 142-1, 6.3). */
  readonly at: Date;
  /** Who seals. */
  readonly name: string;
  /** Room for the signature, in bytes. */
  readonly bytes: number;
}

/** Ten stars: replaced by the ranges that are signed once the file has its length; as wide as any of them. */
const laterNumber = '**********';

/** Print, and nothing to move or change: of an annotation (ISO 32000-1, 12.5.3). */
const printAndLocked = 4 + 128;
/** There is a signature, and changes must be appended (ISO 32000-1, 12.7.2). */
const signedAndAppendOnly = 3;

interface Reference {
  readonly data: Record<string, unknown>;
  readonly end: () => void;
}
/** What of pdfkit its types leave out. */
interface Inside {
  readonly ref: (data: Record<string, unknown>) => Reference;
  readonly initForm: () => void;
  readonly page: { readonly dictionary: Reference; readonly annotations: Reference[] };
  readonly _root: { readonly data: { readonly AcroForm: Reference & { readonly data: { Fields: Reference[] } } } };
}

const text = (value: string): unknown => new String(value);

/** Puts the field on the page that is open: the first. */
export function placeForSeal(document: PDFKit.PDFDocument, { at, name, bytes }: SealPlace): void {
  const inside = document as unknown as Inside;
  const signature = inside.ref({
    ...{ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' },
    ByteRange: [0, laterNumber, laterNumber, laterNumber],
    Contents: new Uint8Array(bytes),
    ...{ M: at, Name: text(name) },
  });
  signature.end();
  const field = inside.ref({
    ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: text('Communs'), TU: text(name) },
    ...{ Rect: [0, 0, 0, 0], F: printAndLocked, P: inside.page.dictionary, V: signature },
  });
  inside.page.annotations.push(field);
  document.font('regular');
  inside.initForm();
  const form = inside._root.data.AcroForm;
  // PDF/A (ISO 19005-3, 6.4.1) forbids readers to make looks of their own.
  Object.assign(form.data, { NeedAppearances: undefined, SigFlags: signedAndAppendOnly });
  form.data.Fields.push(field);
  field.end();
}
