import { dirname, resolve } from 'node:path';
import { primitives } from '../../lib/adapters/primitives.ts';
import { verificationJson, verificationLines } from '../../lib/statement/verification-text.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';
import { command } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';

const bytesOf = async (path: string | undefined): Promise<Uint8Array | null> =>
  path === undefined ? null : (await readInput(path)).bytes;

/** Keys that lie in the statement's own folder came with it: they prove nothing about whose they are. */
const liesBeside = (path: string, other: string): boolean => dirname(resolve(path)) === dirname(resolve(other));

export const verify = command({
  name: 'verify',
  argument: 'FILE',
  summary: {
    fr: 'vérifie un état signé (statement.jws), sans réseau ni grand livre',
    en: 'verifies a signed statement (statement.jws), without network or ledger',
  },
  options: {
    jwks: {
      value: 'F',
      summary: {
        fr: 'clés publiques (jwks.json), de préférence d’une source à vous',
        en: 'public keys (jwks.json), best from a source of your own',
      },
    },
    status: { value: 'F', summary: { fr: 'situation signée (status.jws)', en: 'signed status (status.jws)' } },
    disclosures: {
      value: 'F',
      summary: { fr: 'lignes et noms dévoilés (disclosures.txt)', en: 'disclosed lines and names (disclosures.txt)' },
    },
    later: {
      value: 'F',
      repeatable: true,
      summary: {
        fr: 'un état plus récent, qui remplace peut-être celui-ci',
        en: 'a later statement, which perhaps replaces this one',
      },
    },
  },
  run: async ({ argument, options }) => {
    const { jwks, status, disclosures, later } = options;
    const verification = await verifyFile(
      {
        file: (await readInput(argument)).bytes,
        jwks: await bytesOf(jwks),
        keysPinned: jwks !== undefined && !liesBeside(jwks, argument),
        status: await bytesOf(status),
        disclosures: await bytesOf(disclosures),
        later: await Promise.all(later.map(async (path) => (await readInput(path)).bytes)),
      },
      webCryptoChecks(crypto.subtle, primitives.sha256),
    );
    return {
      exitCode: verification.exitCode,
      json: () => verificationJson(verification) as object,
      text: (language) => verificationLines(verification, language).join('\n'),
    };
  },
});
