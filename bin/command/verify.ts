import { dirname, resolve } from 'node:path';
import { primitives } from '../../lib/adapters/primitives.ts';
import { jsonOf } from '../../lib/statement/bundle/verify-bundle.ts';
import { verificationJson, verificationLines } from '../../lib/statement/verification-text.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';
import { command } from '../frame/command.ts';
import { readBundleFolder } from '../frame/read-bundle-folder.ts';
import { readInput } from '../frame/read-input.ts';

const bytesOf = async (path: string | undefined): Promise<Uint8Array | null> =>
  path === undefined ? null : (await readInput(path)).bytes;

/** Keys that lie in the statement's own folder came with it: they prove nothing about whose they are. */
const liesBeside = (path: string, other: string): boolean =>
  [dirname(resolve(other)), resolve(other)].includes(dirname(resolve(path)));

/** The question is gone: a stamp that was kept is held against the text and the authority alone. */
async function verifyTimeStamp(token: Uint8Array, text: Uint8Array, ca: string): Promise<Date | null> {
  // Only where there is one: certificates and their language are most of what this command would read.
  const { checkTimeStamp } = await import('../../lib/adapters/time-stamp/check-time-stamp.ts');
  const found = await checkTimeStamp(token, { text, nonce: null }, ca);
  return typeof found === 'string' ? null : new Date(found.at);
}

export const verify = command({
  name: 'verify',
  argument: 'FILE',
  summary: {
    fr: 'vérifie un état signé, son dossier de preuves (archive ou répertoire) ou son PDF, sans réseau ni grand livre',
    en: 'verifies a signed statement, its evidence bundle (zip or folder) or its PDF, without network or ledger',
  },
  options: {
    jwks: {
      value: 'F',
      summary: {
        fr: 'clés publiques (jwks.json), de préférence d’une source à vous',
        en: 'public keys (jwks.json), best from a source of your own',
      },
    },
    vkey: {
      value: 'F',
      summary: {
        fr: 'clé du journal (et de témoins), de préférence d’une source à vous',
        en: 'key of the log (and of witnesses), best from a source of your own',
      },
    },
    'tsa-ca': {
      value: 'F',
      summary: {
        fr: 'certificats de l’horodateur, de préférence d’une source à vous',
        en: 'certificates of the time-stamping authority, best from a source of your own',
      },
    },
    registrar: {
      value: 'F',
      summary: {
        fr: 'clés du teneur du registre (JWKS), d’une source à vous : lui-même, au mieux',
        en: 'keys of the registrar (JWKS), from a source of your own: best from itself',
      },
    },
    status: { value: 'F', summary: { fr: 'situation signée (status.jws)', en: 'signed status (status.jws)' } },
    disclosures: {
      value: 'F',
      summary: { fr: 'lignes et noms dévoilés (disclosures.txt)', en: 'disclosed lines and names (disclosures.txt)' },
    },
    fact: {
      value: 'F',
      summary: { fr: 'le fait émetteur (statement.fact)', en: 'the fact of the issue (statement.fact)' },
    },
    salt: {
      value: 'F',
      summary: { fr: 'le sel de ce fait (statement.salt)', en: 'the salt of that fact (statement.salt)' },
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
    const { jwks, vkey, registrar, status, disclosures, fact, salt, later, 'tsa-ca': tsaCa } = options;
    const isOwn = (path: string | undefined): path is string => path !== undefined && !liesBeside(path, argument);
    const verification = await verifyFile(
      {
        file: (await readBundleFolder(argument)) ?? (await readInput(argument)).bytes,
        jwks: await bytesOf(jwks),
        keysPinned: isOwn(jwks),
        vkey: await bytesOf(vkey),
        logPinned: isOwn(vkey),
        tsaCa: isOwn(tsaCa) ? await bytesOf(tsaCa) : null,
        registrar: isOwn(registrar) ? { jwks: jsonOf(await bytesOf(registrar)) } : null,
        status: await bytesOf(status),
        disclosures: await bytesOf(disclosures),
        fact: await bytesOf(fact),
        salt: await bytesOf(salt),
        later: await Promise.all(later.map(async (path) => (await readInput(path)).bytes)),
      },
      { ...webCryptoChecks(crypto.subtle, primitives.sha256), verifyTimeStamp },
    );
    return {
      exitCode: verification.exitCode,
      json: () => verificationJson(verification) as object,
      text: (language) => verificationLines(verification, language).join('\n'),
    };
  },
});
