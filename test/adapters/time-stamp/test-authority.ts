// A time-stamping authority on this machine: openssl behind node:http, with certificates made for it, and the wrong answers a bad one gives.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestAuthority {
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  readonly caPath: string;
  /** PEM of another authority, which issued nothing here. */
  readonly strangerCa: string;
  /** How the next answers are; good unless set. */
  mode: 'good' | 'down' | 'other-request' | 'not-for-stamps' | 'refuses' | 'endless';
  readonly close: () => Promise<void>;
}

const settings = (folder: string): string => `
[tsa]
default_tsa = main
[main]
serial = ${folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[not-stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping,emailProtection
[req]
distinguished_name = dn
[dn]
`;

export async function startAuthority(): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'communs-tsa-'));
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path('tsa.cnf'), settings(folder));
  writeFileSync(path('serial'), '01\n');
  const made = (name: string, subject: string, extensions: string, issuer: string | null): void => {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', path(`${name}.key`));
    openssl(
      'req',
      '-new',
      '-key',
      path(`${name}.key`),
      '-subj',
      `/CN=${subject}`,
      '-config',
      path('tsa.cnf'),
      '-out',
      path(`${name}.csr`),
    );
    const by =
      issuer === null
        ? ['-signkey', path(`${name}.key`)]
        : ['-CA', path(`${issuer}.pem`), '-CAkey', path(`${issuer}.key`), '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      path(`${name}.csr`),
      ...by,
      '-days',
      '3650',
      '-sha256',
      '-extfile',
      path('tsa.cnf'),
      '-extensions',
      extensions,
      '-out',
      path(`${name}.pem`),
    );
  };
  made('ca', 'TEST authority', 'ca', null);
  made('stranger', 'TEST stranger', 'ca', null);
  made('tsa', 'TEST time stamps', 'stamps', 'ca');
  made('wrong', 'TEST not only time stamps', 'not-stamps', 'ca');

  const reply = (request: string, signer: string): Buffer => {
    openssl(
      'ts',
      '-reply',
      '-config',
      path('tsa.cnf'),
      '-section',
      'main',
      '-queryfile',
      request,
      '-signer',
      path(`${signer}.pem`),
      '-inkey',
      path(`${signer}.key`),
      '-chain',
      path('ca.pem'),
      '-out',
      path('reply.tsr'),
    );
    return readFileSync(path('reply.tsr'));
  };
  const authority = {
    mode: 'good' as TestAuthority['mode'],
  };
  const server = createServer(async (request, response) => {
    const query = Buffer.concat(await request.toArray());
    writeFileSync(path('query.tsq'), query);
    if (authority.mode === 'down') return void response.writeHead(503).end();
    if (authority.mode === 'endless') {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      return void response.end(Buffer.alloc(100_000));
    }
    if (authority.mode === 'refuses') {
      // PKIStatusInfo of a rejection (RFC 3161 section 2.4.2): SEQUENCE { SEQUENCE { INTEGER 2 } }.
      return void response.writeHead(200).end(Buffer.from('30053003020102', 'hex'));
    }
    if (authority.mode === 'other-request') {
      const digest = spawnSync('openssl', ['ts', '-query', '-in', path('query.tsq'), '-text'], { encoding: 'utf8' });
      const hex = [...digest.stdout.matchAll(/^ {4}[0-9a-f]{4} - ([0-9a-f -]{47,49})/gm)]
        .map(([, row]) => row!.replaceAll(/[^0-9a-f]/g, ''))
        .join('');
      openssl('ts', '-query', '-digest', hex, '-sha256', '-cert', '-out', path('query.tsq'));
    }
    const signer = authority.mode === 'not-for-stamps' ? 'wrong' : 'tsa';
    try {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply(path('query.tsq'), signer));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(authority, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ca: readFileSync(path('ca.pem'), 'utf8'),
    caPath: path('ca.pem'),
    strangerCa: readFileSync(path('stranger.pem'), 'utf8'),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
