// The least that a workbook can take: its text, and deflate at the level that most take (floor).
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import type { Prepare } from '../beside/way.ts';
import { inFile } from './in-file.ts';
import { columns, madeRows } from './made-rows.ts';
import { timed } from './timed.ts';

const pieceLength = 1 << 17;

function* pieces(size: number): Generator<string> {
  let text = '';
  let at = 0;
  for (const row of madeRows(size)) {
    at += 1;
    text += `<row r="${at}">`;
    for (const name of columns) {
      const value = row[name];
      text +=
        typeof value === 'number'
          ? `<c><v>${value}</v></c>`
          : `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;')}</t></is></c>`;
    }
    text += '</row>';
    if (text.length < pieceLength) continue;
    yield text;
    text = '';
  }
  yield text;
}

export const prepare: Prepare = async (_load, size) => () =>
  inFile('floor.bin', (path) =>
    timed('file', () =>
      pipeline(
        Readable.from(pieces(size)),
        createDeflateRaw({ level: 6, chunkSize: 1 << 18 }),
        createWriteStream(path),
      ),
    ),
  );
