// HMAC keys of auditor links in the cloud: one per 90 days, each a MAC of its number by one KMS key, so that none is stored anywhere.
import type { KMSClient } from '@aws-sdk/client-kms';
import type { LinkKeys } from '../../ports/keys.ts';
import type { Clock } from '../../ports/primitives.ts';
import { macFromKms } from './kms.ts';
import { rotationDays, verificationDays } from './local-link-keys.ts';

const dayMilliseconds = 86_400_000;

export function kmsLinkKeys(kms: KMSClient, keyId: string, clock: Clock): LinkKeys {
  const known = new Map<number, Uint8Array>();
  const keyOf = async (ordinal: number): Promise<Uint8Array> => {
    const key = known.get(ordinal) ?? (await macFromKms(kms, keyId, `communs-link-key/1\n${ordinal}`));
    known.set(ordinal, key);
    return key;
  };
  const dayNow = (): number => Math.floor(clock.now() / dayMilliseconds);
  const ordinalNow = (): number => Math.floor(dayNow() / rotationDays);
  return {
    current: async () => ({ kid: `k${ordinalNow()}`, key: await keyOf(ordinalNow()) }),
    byKid: async (kid) => {
      const ordinal = Number(/^k([1-9]\d{0,5})$/.exec(kid)?.[1] ?? 0);
      const lastDay = (ordinal + 1) * rotationDays + verificationDays;
      if (ordinal === 0 || ordinal > ordinalNow() || dayNow() >= lastDay) return null;
      return keyOf(ordinal);
    },
  };
}
