// How far a statement can be trusted, from what was checked: nothing that was not checked raises it.
import { describe, expect, it } from 'vitest';
import { keyTypes } from '../../lib/ledger/log/vkey.ts';
import { type EvidenceAtHand, evidenceOf, trustLevel } from '../../lib/statement/trust.ts';
import { madeKey } from '../ledger/log/made-log.ts';

const log = { key: madeKey('communs.example/log/2026', keyTypes.ed25519).key, time: null };
const witness = { key: madeKey('witness.example/w1', keyTypes.cosignature).key, time: 1_790_000_000 };
const none: EvidenceAtHand = { checkpoint: null, stampedAt: null, registrar: 'nobody', keys: 'nobody' };
const level = (change: Partial<EvidenceAtHand>, isClaimant = false) =>
  trustLevel(isClaimant, evidenceOf({ ...none, ...change }));
const logged = { signatures: [log] };
const cosigned = { signatures: [log, witness] };
const stampedAt = '2026-03-01T00:00:00.000Z';

describe('the trust level', () => {
  it('is `self` without an outside time, or without a registrar of its own', () => {
    expect(level({})).toBe('self');
    expect(level({ checkpoint: logged, registrar: 'independent' })).toBe('self');
    expect(level({ checkpoint: cosigned })).toBe('self');
    expect(level({ checkpoint: cosigned, registrar: 'claimant' })).toBe('self');
    // A stamp over a checkpoint that does not prove the statement’s fact says nothing of it.
    expect(level({ stampedAt, registrar: 'independent' })).toBe('self');
  });

  it('is `witnessed` with a cosignature or a time stamp, and a registrar that the company does not control', () => {
    expect(level({ checkpoint: cosigned, registrar: 'independent' })).toBe('witnessed');
    expect(level({ checkpoint: logged, stampedAt, registrar: 'independent' })).toBe('witnessed');
    expect(level({ checkpoint: cosigned, registrar: 'independent', keys: 'claimant' }, true)).toBe('witnessed');
  });

  it('is `third-party` only where registrar, keys and log are of another body, and the operator is not the claimant', () => {
    const all = { checkpoint: logged, registrar: 'independent', keys: 'independent' } as const;
    expect(level(all)).toBe('third-party');
    expect(level(all, true)).toBe('self');
    expect(level({ ...all, checkpoint: null })).toBe('self');
    expect(level({ ...all, checkpoint: cosigned, registrar: 'claimant' })).toBe('self');
  });

  it('comes with the earliest instant at which somebody outside saw the statement', () => {
    const seen = new Date(1_790_000_000_000).toISOString();
    expect(evidenceOf({ ...none, checkpoint: cosigned }).seenAt).toBe(seen);
    expect(evidenceOf({ ...none, checkpoint: cosigned, stampedAt }).seenAt).toBe(stampedAt);
    expect(evidenceOf({ ...none, checkpoint: logged }).seenAt).toBeNull();
  });
});
