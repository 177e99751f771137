// A command that makes a copy of a signed statement, with one digit of it changed, and asks for its verification.

/** Base64url of `text`. */
const encoded = (text: string): string => Buffer.from(text).toString('base64url');

/** So many letters around the change: no other place of the text has them. */
const around = 12;

/** As a shell reads one word. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

/**
 * @param jws the text of statement.jws
 * @param folder of the issued files, as the shell is to name it
 * @returns the command; it changes the first digit of the time declared
 */
export function alterCommand(jws: string, folder: string): string {
  const payload = jws.split('.')[1]!;
  const altered = encoded(
    Buffer.from(payload, 'base64url')
      .toString()
      .replace(
        /("declared":)(\d)/,
        (_, member: string, digit: string) => `${member}${digit === '9' ? 8 : Number(digit) + 1}`,
      ),
  );
  const at = [...payload].findIndex((letter, i) => letter !== altered[i]);
  const [from, to] = [payload, altered].map((text) => text.slice(at - around, at + around));
  const copy = quoted(`${folder}/altered.jws`);
  return [
    `sed 's/${from}/${to}/' ${quoted(`${folder}/statement.jws`)} > ${copy}`,
    `npx communs verify ${copy} --jwks ${quoted(`${folder}/jwks.json`)}`,
  ].join('; ');
}
