// One repository has one id, however its address is spelt.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, repositoryId } from '../../lib/model/repository.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

describe('the id of a plain git repository', () => {
  it('is the same for every spelling of its address', () => {
    const spellings = [
      'https://Forge.Example.org/a/B.git',
      'https://forge.example.org:443/a/B/',
      'https://forge.example.org/a/B',
    ];
    expect(new Set(spellings.map((url) => repositoryId(url, sha256))).size).toBe(1);
    expect(repositoryId(spellings[0]!, sha256)).toMatch(/^git\/forge\.example\.org\/[0-9a-f]{16}$/);
  });

  it('differs where the path does; case counts except on forges that fold it', () => {
    expect(canonicalAddress('https://forge.example.org/a/b')).not.toBe(
      canonicalAddress('https://forge.example.org/a/B'),
    );
    expect(canonicalAddress('https://github.com/A/B.git')).toBe('https://github.com/a/b');
  });

  it('names a local path by the host `local`, and leaves out users and queries', () => {
    expect(repositoryId('/srv/git/a.git', sha256)).toMatch(/^git\/local\/[0-9a-f]{16}$/);
    expect(canonicalAddress('https://user:secret@example.org/a?token=1#x')).toBe('https://example.org/a');
  });
});
