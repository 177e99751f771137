// The verifier's checks by WebCrypto: a browser's, or node's own.
import type { Sha256 } from '../model/hashing.ts';
import type { Checks } from './verify.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * @param subtle `crypto.subtle`; a browser has it in a secure context and from `file://`
 * @param sha256 node's, or `plainSha256` where there is only WebCrypto's asynchronous one
 */
export const webCryptoChecks = (subtle: SubtleCrypto, sha256: Sha256): Checks => ({
  sha256,
  verifyEs256: async ({ kty, crv, x, y }, signingInput, rawSignature) => {
    const key = await subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
    return subtle.verify(algorithm, key, new Uint8Array(rawSignature), new Uint8Array(signingInput));
  },
  // A browser without Ed25519 throws here: the verifier says so, it never takes it for an answer.
  verifyEd25519: async (publicKey, message, signature) => {
    const key = await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
  },
});
