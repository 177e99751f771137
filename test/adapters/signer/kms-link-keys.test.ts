// Link keys of the cloud: one per 90 days, checking links for 400 days more, none stored.
import { createHmac } from 'node:crypto';
import type { KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { kmsLinkKeys } from '../../../lib/adapters/signer/kms-link-keys.ts';

const day = 86_400_000;

/** KMS as far as GenerateMac goes; counts the calls. */
function kms(): { client: KMSClient; calls: () => number } {
  let calls = 0;
  const send = async ({ input }: { input: { KeyId: string; Message: Uint8Array } }) => {
    calls += 1;
    return { Mac: createHmac('sha256', input.KeyId).update(input.Message).digest() };
  };
  return { client: { send } as unknown as KMSClient, calls: () => calls };
}

describe('link keys of the cloud', () => {
  it('rotate after 90 days, and check links for 400 days more', async () => {
    // A first day of a rotation.
    const start = 228 * 90 * day;
    let now = start;
    const keys = kmsLinkKeys(kms().client, 'key', { now: () => now });
    const first = await keys.current();
    expect(first.kid).toBe('k228');
    now = start + 90 * day - 1;
    expect(await keys.current()).toEqual(first);
    now += 1;
    const second = await keys.current();
    expect(second.kid).toBe('k229');
    expect(second.key).not.toEqual(first.key);
    now += 400 * day - 1;
    expect(await keys.byKid('k228')).toEqual(first.key);
    now += 1;
    expect(await keys.byKid('k228')).toBeNull();
    expect(await keys.byKid('k229')).toEqual(second.key);
  });

  it('are asked of KMS once each, and never for the future', async () => {
    const { client, calls } = kms();
    const keys = kmsLinkKeys(client, 'key', { now: () => 228 * 90 * day });
    await keys.current();
    await keys.byKid('k228');
    expect(await keys.byKid('k229')).toBeNull();
    expect(calls()).toBe(1);
    expect((await kmsLinkKeys(kms().client, 'other', { now: () => 228 * 90 * day }).current()).key).not.toEqual(
      (await keys.current()).key,
    );
  });
});
