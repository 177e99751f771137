// A message as RFC 5322 and MIME write it: plain text in UTF-8, in lines that every server takes.

export interface Message {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** RFC 2047: encoded words of at most 75 signs, cut between characters. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

/** A line break in a header would begin another one. */
const inHeader = (text: string): string => text.replace(/[\r\n]+/g, ' ');

const base64Lines = (text: string): string =>
  (
    Buffer.from(text.replace(/\r?\n/g, '\r\n'))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

export const messageText = ({ from, to, subject, text, at }: Message): string =>
  [
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `From: Communs <${inHeader(from)}>`,
    `To: <${inHeader(to)}>`,
    `Subject: ${encodedWords(inHeader(subject))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Auto-Submitted: auto-generated',
    '',
    base64Lines(text),
    '',
  ].join('\r\n');
