// Text as XML 1.0 can hold it, within an element or an attribute in double quotes.

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const marked = /[&<>"\r]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** What XML cannot hold would be dropped unseen, or make a file that no program opens: it becomes U+FFFD. A carriage return would come back as a line feed. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(unheld, '\ufffd')
    .replace(marked, (mark) => marks[mark] ?? '&#13;');
