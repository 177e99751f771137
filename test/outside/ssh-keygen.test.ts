// OpenSSH itself signs a challenge, by the very command that the page shows.
import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkSshSignature } from '../../lib/adapters/ssh-signature.ts';
import { signatureNamespace } from '../../lib/use-cases/prove-by-signature.ts';
import { signingCommand } from '../../web/parts/signing-command.ts';
import { describeWithProgram, programs } from './programs.ts';

describeWithProgram('a challenge signed by ssh-keygen', programs.sshKeygen, () => {
  const folder = mkdtempSync(join(tmpdir(), 'communs-ssh-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const text = 'communs identity proof; urn:communs:embedded; de-1; account jo on git.example; until 2026-01-01; 0a';

  it.each([
    ['ed25519', '256'],
    ['ecdsa', '256'],
    ['rsa', '3072'],
  ])('with a key of kind %s is taken', (kind, bits) => {
    const key = join(folder, kind);
    execFileSync('ssh-keygen', ['-q', '-t', kind, '-b', bits, '-N', '', '-C', 'jo@laptop', '-f', key]);
    const command = signingCommand(text).replace('~/.ssh/id_ed25519', key);
    const signature = execSync(command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const keys = [readFileSync(`${key}.pub`, 'utf8')];
    const signed = { signature, message: new TextEncoder().encode(text), namespace: signatureNamespace, keys };
    expect(checkSshSignature(signed)).toBe('good');
    expect(checkSshSignature({ ...signed, message: new TextEncoder().encode(`${text}!`) })).toBe('wrong');
  });
});
