// A text that pdfkit writes in two places: as it is into the document's information, and into the XMP metadata, where it forgets to escape it.

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A string for PDF, where its value counts; in a template of XML its `toString` counts. */
class XmlText extends String {
  override toString(): string {
    return this.valueOf().replace(/[&<>]/g, (sign) => entities[sign]!);
  }
}

export const xmlText = (text: string): string => new XmlText(text) as unknown as string;
