// Notes, keys and checkpoints: the examples of the specifications, strict reading, and lines of signatures that are none of ours.

import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../lib/ledger/log/base64.ts';
import { openCheckpoint, parseCheckpoint, parseTreeHead } from '../../../lib/ledger/log/checkpoint.ts';
import { goodCosignatures, signatureLinesIn, withSignatures } from '../../../lib/ledger/log/cosignature.ts';
import { formatNote, parseNote, verifyNote } from '../../../lib/ledger/log/note.ts';
import { formatVkey, keyTypes, parseVkey } from '../../../lib/ledger/log/vkey.ts';
import { flipped, utf8 } from '../bytes.ts';
import { cosign, madeCheckpoint, madeKey, madeLog, sha256, verifyEd25519 } from './made-log.ts';

// golang.org/x/mod/sumdb/note, its package example.
const goText =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const goVkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

describe('a note of somebody else', () => {
  it('is read and verified: the example of the Go library', async () => {
    const note = parseNote(utf8(goText));
    const key = parseVkey(sha256, goVkey);
    if (note === null || key === null) throw new Error('the example does not read');
    expect(formatVkey(key)).toBe(goVkey);
    expect(new TextDecoder().decode(formatNote(note))).toBe(goText);
    expect(await verifyNote(note, [key], verifyEd25519)).toEqual([{ key, time: null }]);
  });

  it('is refused whole where a line of a known key does not verify', async () => {
    const key = parseVkey(sha256, goVkey)!;
    const note = parseNote(utf8(goText.replace('your problem,', 'my problem,')))!;
    expect(await verifyNote(note, [key], verifyEd25519)).toBeNull();
  });
});

describe('a note', () => {
  const good = 'a\nb\n\n— name AAAAAAAA\n';

  it('is text, an empty line and lines of signatures, and nothing else', () => {
    expect(parseNote(utf8(good))).toMatchObject({ text: 'a\nb\n', signatures: [{ name: 'name', id: '00000000' }] });
    expect(parseNote(utf8(`a\n\nb\n\n— name AAAAAAAA\n`))?.text).toBe('a\n\nb\n');
    for (const wrong of [
      good.slice(0, -1),
      good.replace('\n\n', '\n'),
      good.replace('—', '-'),
      good.replace('name', 'na me'),
      good.replace('name', 'na+me'),
      good.replace('name', 'na\u00a0me'),
      good.replace('AAAAAAAA', 'AAAAAA=='),
      good.replace('AAAAAAAA', 'AAAAAAB='),
      good.replace('AAAAAAAA', 'AAAAAAA'),
      good.replace('a\n', 'a\r\n'),
      good.replace('a\n', 'a\u0000\n'),
      good.replace('a\n', 'a\t\n'),
      'a\n\n',
      '',
      `${'a'.repeat(70_000)}${good}`,
      good + '— name AAAAAAAA\n'.repeat(100),
    ]) {
      expect(parseNote(utf8(wrong)), JSON.stringify(wrong.slice(0, 60))).toBeNull();
    }
    expect(parseNote(Uint8Array.of(0xff, ...utf8(good)))).toBeNull();
    expect(parseNote(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(good)))?.text).toBe('\ufeffa\nb\n');
  });

  it('takes at least sixteen signatures', () => {
    expect(parseNote(utf8(good + '— name AAAAAAAA\n'.repeat(99)))?.signatures).toHaveLength(100);
  });
});

describe('base64', () => {
  it('has one spelling for each text', () => {
    for (let length = 0; length < 9; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => 251 - i);
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(bytes);
    }
    for (const wrong of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'A-_A', ' AAA', 'AAé=']) {
      expect(decodeBase64(wrong), wrong).toBeNull();
    }
  });
});

describe('a key as text', () => {
  it('is refused with another id, another type, or another length', () => {
    const { key } = madeKey('communs.example/log/2026', keyTypes.ed25519);
    const text = formatVkey(key);
    expect(parseVkey(sha256, text)).toEqual(key);
    const [name, id] = text.split('+');
    const short = encodeBase64(Uint8Array.of(1, ...key.publicKey.subarray(1)));
    const other = encodeBase64(Uint8Array.of(2, ...key.publicKey));
    for (const wrong of [
      text.replace(id!, '00000000'),
      `${name}+${id}+${short}`,
      `${name}+${id}+${other}`,
      `${text} `,
      '',
    ]) {
      expect(parseVkey(sha256, wrong), wrong).toBeNull();
    }
    expect(() => madeKey('a b', keyTypes.ed25519)).toThrow('not the name');
  });
});

describe('a checkpoint', () => {
  const root = encodeBase64(sha256(utf8('root')));

  it('has a size in decimal, a root of 32 bytes, and perhaps lines that are not ours', () => {
    expect(parseTreeHead(`o\n12\n${root}\n`)).toMatchObject({ origin: 'o', size: 12 });
    expect(parseTreeHead(`o\n0\n${root}\nmore\nlines\n`)).toMatchObject({ size: 0 });
    for (const wrong of [
      `o\n012\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n1e3\n${root}\n`,
      `o\n9007199254740993\n${root}\n`,
      `o\n12\n${root.slice(4)}\n`,
      `o\n12\n${root}`,
      `\n12\n${root}\n`,
      `o\n12\n${root}\n\n`,
      `o\n12\n`,
    ]) {
      expect(parseTreeHead(wrong), wrong).toBeNull();
    }
  });

  it('is taken only if the log itself signed it, under its origin', async () => {
    const { edge } = madeLog([3]);
    const maker = madeKey('communs.example/log/2026', keyTypes.ed25519);
    const bytes = madeCheckpoint(edge, maker);
    const open = (given: Uint8Array, keys = [maker.key]) => openCheckpoint(given, keys, [], verifyEd25519);
    expect(await open(bytes)).toMatchObject({ size: 3, origin: maker.key.name });
    expect(await open(bytes, [])).toBe('unknown-key');
    expect(await open(utf8('no note'))).toBe('unreadable');
    // The same key under the name of another year’s log vouches for that one alone.
    const lastYear = madeKey('communs.example/log/2025', keyTypes.ed25519);
    const note = parseNote(bytes)!;
    const bySister = formatNote({
      text: note.text,
      signatures: [{ name: lastYear.key.name, id: lastYear.key.id, signature: lastYear.sign(utf8(note.text)) }],
    });
    expect(await open(bySister, [lastYear.key])).toBe('unknown-key');
    expect(await open(bySister, [maker.key])).toBe('unknown-key');
  });

  it('is refused after every flip of one bit', async () => {
    const maker = madeKey('communs.example/log/2026', keyTypes.ed25519);
    const bytes = madeCheckpoint(madeLog([3]).edge, maker);
    let taken = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const answer = await openCheckpoint(flipped(bytes, at, bit), [maker.key], [], verifyEd25519);
        if (typeof answer !== 'string') taken += 1;
      }
    }
    expect(taken).toBe(0);
  });
});

describe('a cosignature', () => {
  const maker = madeKey('communs.example/log/2026', keyTypes.ed25519);
  const witness = madeKey('witness.example/w1', keyTypes.cosignature);
  const checkpoint = madeCheckpoint(madeLog([3]).edge, maker);
  const note = parseNote(checkpoint)!;
  const line = () => cosign(witness, note.text, 1_790_000_000);

  it('says when the witness looked, and stands behind the log’s own signature', async () => {
    const good = await goodCosignatures(note.text, [line()], [witness.key], verifyEd25519);
    expect(good).toMatchObject([{ witness: witness.key, time: 1_790_000_000 }]);
    const merged = withSignatures(note, [line(), line()]);
    const opened = await openCheckpoint(merged, [maker.key], [witness.key], verifyEd25519);
    expect(opened).toMatchObject({ signatures: [{ time: null }, { time: 1_790_000_000 }] });
    // Who does not know the witness reads the same checkpoint.
    expect(await openCheckpoint(merged, [maker.key], [], verifyEd25519)).toMatchObject({ size: 3 });
    expect(signatureLinesIn(new TextDecoder().decode(merged))).toHaveLength(2);
  });

  it('counts for nothing over another text, by a stranger, or after a flip of one bit', async () => {
    const made = line();
    const good = (text: string, given = made, keys = [witness.key]) =>
      goodCosignatures(text, [given], keys, verifyEd25519);
    expect(await good(note.text.replace('\n3\n', '\n4\n'))).toEqual([]);
    expect(await good(note.text, made, [])).toEqual([]);
    expect(await good(note.text, made, [{ ...witness.key, type: keyTypes.ed25519 }])).toEqual([]);
    for (let at = 0; at < made.signature.length; at += 1) {
      expect(await good(note.text, { ...made, signature: flipped(made.signature, at) })).toEqual([]);
    }
    expect(await good(note.text, { ...made, signature: made.signature.subarray(1) })).toEqual([]);
  });

  it('is no checkpoint by itself', async () => {
    expect(parseCheckpoint(utf8('— witness.example/w1 AAAAAAAA\n'))).toBeNull();
    const only = formatNote({ text: note.text, signatures: [line()] });
    expect(await openCheckpoint(only, [maker.key], [witness.key], verifyEd25519)).toBe('unknown-key');
  });
});
