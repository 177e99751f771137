// Programs that nobody here wrote, run on what we sign and export. Where one is missing, the run says so at its end.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe } from 'vitest';
import { leaveOut } from '../shared.ts';

export interface Program {
  readonly command: string;
  /** A call that ends with 0 if the program is there and can do what is asked of it. */
  readonly probe: readonly string[];
  /** What to install on Debian. */
  readonly debian: string;
}

/** Debian's interpreter by its path: another one on the search path lacks Debian's modules. */
export const python = '/usr/bin/python3';

/** For `python -c`, then the path of a JWS and of the keys. Writes what was signed. */
export const jwcryptoVerify = `
import sys
from jwcrypto import jwk, jws
keys = jwk.JWKSet.from_json(open(sys.argv[2]).read())
text = open(sys.argv[1]).read()
token = jws.JWS()
token.deserialize(text)
token.verify(keys.get_key(token.jose_header["kid"]))
sys.stdout.buffer.write(token.payload)`;

/** Where Debian puts the sources of Go libraries. */
const debianGo = '/usr/share/gocode';

export const programs = {
  jose: { command: 'jose', probe: ['alg'], debian: 'jose' },
  jwcrypto: { command: python, probe: ['-c', 'import jwcrypto'], debian: 'python3-jwcrypto' },
  openssl: { command: 'openssl', probe: ['version'], debian: 'openssl' },
  // Of the same package: ssh-keygen itself has no call that only says that it is there.
  sshKeygen: { command: 'ssh', probe: ['-Q', 'key'], debian: 'openssh-client' },
  poppler: { command: 'pdfsig', probe: ['-v'], debian: 'poppler-utils' },
  qpdf: { command: 'qpdf', probe: ['--version'], debian: 'qpdf' },
  libreoffice: { command: 'soffice', probe: ['--version'], debian: 'libreoffice-calc' },
  goSumdb: {
    command: 'sh',
    probe: ['-c', `go version && test -d ${debianGo}/src/golang.org/x/mod/sumdb`],
    debian: 'golang-go golang-golang-x-mod-dev',
  },
} as const satisfies Record<string, Program>;

/** Libraries from Debian alone: nothing is fetched. @param cache a folder of the test’s own */
const goEnvironment = (cache: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ GO111MODULE: 'off', GOPATH: debianGo, GOCACHE: cache, GOFLAGS: '-p=1' },
});

/** @param folder for what is built @returns the path of the program of log-check/main.go */
export function buildLogCheck(folder: string): string {
  const [program, main] = [join(folder, 'log-check'), join(import.meta.dirname, 'log-check/main.go')];
  execFileSync('go', ['build', '-o', program, main], { env: goEnvironment(join(folder, 'go-cache')), stdio: 'pipe' });
  return program;
}

/** A suite that needs an outside program; without it, it is left out, and the run says so. */
export function describeWithProgram(name: string, { command, probe, debian }: Program, suite: () => void): void {
  if (spawnSync(command, probe, { stdio: 'ignore' }).status === 0) describe(name, suite);
  else leaveOut(name, `apt-get install ${debian}`);
}

/** @returns what it wrote to standard output @throws if it ends with anything but 0 */
export const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** @returns true if it ends with 0 */
export const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
