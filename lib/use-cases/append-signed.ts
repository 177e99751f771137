// What the registrar decides enters the registry with its signature over the fact's data, by a key that is published before.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import type { RegistrarSignature } from '../ledger/fact.ts';
import type { FactKind } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { derToRaw } from '../statement/ecdsa-form.ts';
import { type Appended, type AppendPorts, append, type Draft, type Intended, type Store } from './append.ts';
import type { BookState } from './book-state.ts';
import { publishRegistrarKey } from './publish-keys.ts';

export type SigningPorts = AppendPorts & Pick<Ports, 'registrar'>;

/**
 * Nothing is written here: after a refusal of the signer the same call may be made again.
 * @throws Error (a fault) if the registrar's key does not verify what the signer answered
 */
async function signedData(
  { registrar, primitives }: Pick<Ports, 'registrar' | 'primitives'>,
  data: object,
): Promise<RegistrarSignature> {
  const [key] = await registrar.publicKeys();
  if (key === undefined) throw new Error('the registrar has no key');
  const bytes = canonicalBytes(data as Json);
  const digest = primitives.sha256(bytes);
  const raw = derToRaw(await registrar.signDigest(digest));
  if (!(await primitives.verifyEs256(key, bytes, raw))) {
    throw new Error(`registrar: key ${key.kid} does not verify what the signer answered`);
  }
  return { digest: toHex(digest), kid: key.kid, signature: encodeBase64url(raw) };
}

/** As `append`, for the kinds that the registrar decides. The same intent twice answers with the fact, and the signature, of the first. */
export async function appendSigned<K extends FactKind>(
  ports: SigningPorts,
  intended: Intended,
  decide: (state: BookState, store: Store) => Promise<Draft<K>>,
): Promise<Appended> {
  await publishRegistrarKey(ports);
  return append(ports, intended, async (state, store) => {
    const draft = await decide(state, store);
    return { ...draft, signed: await signedData(ports, draft.data) };
  });
}
