// Signatures of OpenSSH, made once and kept beside this file: which are taken, which are not, and that no byte of them may change.
import { describe, expect, it } from 'vitest';
import { checkSshSignature } from '../../../lib/adapters/ssh-signature.ts';
import samples from './openssh-signatures.json' with { type: 'json' };

interface Made {
  readonly key: string;
  readonly signature: string;
}

const check = ({ key, signature }: Made, text = samples.text, keys = [key]) =>
  checkSshSignature({ signature, message: new TextEncoder().encode(text), namespace: 'communs', keys });

const good: readonly (readonly [string, Made])[] = Object.entries(samples.signatures);
const stranger = samples.signatures['ecdsa-sha2-nistp256'].key;

describe.each(good)('a signature by %s', (_kind, made) => {
  it('is good for its text and its key, among others and with a comment', () => {
    expect(check(made)).toBe('good');
    expect(check(made, samples.text, ['', '# none', 'ssh-dss AAAA', `${made.key} somebody@laptop`])).toBe('good');
  });

  it('is none for another text, nor without its key among those published', () => {
    expect(check(made, `${samples.text} `)).toBe('wrong');
    expect(check(made, samples.text, [])).toBe('unknown-key');
    const other = made.key === stranger ? samples.signatures['ssh-ed25519'].key : stranger;
    expect(check(made, samples.text, [other])).toBe('unknown-key');
  });

  it('is good with none of its bits flipped', () => {
    const [, body = ''] = /BEGIN SSH SIGNATURE-----([\s\S]+)-----END/.exec(made.signature) ?? [];
    const bytes = Buffer.from(body.replace(/\s/g, ''), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1 << (at % 8);
      const signature = `-----BEGIN SSH SIGNATURE-----\n${flipped.toString('base64')}\n-----END SSH SIGNATURE-----\n`;
      expect(check({ ...made, signature }), `byte ${at}`).not.toBe('good');
    }
  });

  it('cut short or prolonged is unreadable', () => {
    const [, body = ''] = /BEGIN SSH SIGNATURE-----([\s\S]+)-----END/.exec(made.signature) ?? [];
    const bytes = Buffer.from(body.replace(/\s/g, ''), 'base64');
    for (const changed of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from([0])])]) {
      const signature = `-----BEGIN SSH SIGNATURE-----\n${changed.toString('base64')}\n-----END SSH SIGNATURE-----`;
      expect(check({ ...made, signature })).toBe('unreadable');
    }
  });
});

it('a signature for something else, as git makes them, is none for us', () => {
  expect(check(samples.otherPurpose)).toBe('other-purpose');
});

it.each(Object.entries(samples.notChecked))('a signature by %s is not taken', (_kind, made) => {
  expect(check(made)).toBe('unknown-kind');
});

it('anything else is unreadable', () => {
  for (const signature of ['', 'hello', '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----']) {
    expect(check({ ...samples.otherPurpose, signature })).toBe('unreadable');
  }
});
