// Signs with the installation's current key, and checks what came back before anybody sees it.
import type { Ports } from '../ports.ts';
import type { JwsType } from '../statement/jws.ts';
import { signJws } from '../statement/sign-jws.ts';

/** @returns the JWS text @throws Error (a fault) if the signer's answer does not verify */
export async function signWith(
  { signer, primitives }: Pick<Ports, 'signer' | 'primitives'>,
  typ: JwsType,
  payload: object,
): Promise<string> {
  const [key] = await signer.publicKeys();
  if (key === undefined) throw new Error('the signer has no key');
  const { sha256, verifyEs256 } = primitives;
  return signJws(typ, payload, key, { sha256, verifyEs256, signDigest: signer.signDigest });
}
