// Text as XML 1.0 can hold it, for the workbooks that we write: templates, marked copies, statements.

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** What XML 1.0 cannot hold would make a file that no program opens: it becomes U+FFFD. A carriage return would come back as a line feed. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (sign) => named[sign] ?? sign);

/** Within an attribute, where a line end or a tab would come back as a space. */
export const xmlAttribute = (text: string): string =>
  xmlText(text).replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
