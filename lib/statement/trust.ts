// How far a statement's dates and registry can be trusted: worked out from evidence outside the payload, which cannot vouch for itself.
import type { OpenedCheckpoint } from '../ledger/log/checkpoint.ts';

/** Who vouches for the dates: the operator alone, somebody outside too, or another body than the company altogether. */
export type TrustLevel = 'self' | 'witnessed' | 'third-party';

/** What somebody outside vouches for, each by a check that could have failed; false until it did not. */
export interface OutsideEvidence {
  /** The checkpoint carries a cosignature from outside, or an RFC 3161 time, and it was checked. */
  readonly outsideTime: boolean;
  /** The registry facts carry the signature of a registrar whom the company does not control. */
  readonly independentRegistrar: boolean;
  /** Keys and log are pinned to another body than the company. */
  readonly independentKeysAndLog: boolean;
}

/** What was established about one statement, each by a check that could have failed. */
export interface EvidenceAtHand {
  /**
   * The checkpoint that proves the statement’s fact, opened with keys of the log and of witnesses that the reader pinned; null where
   * none was.
   */
  readonly checkpoint: Pick<OpenedCheckpoint, 'signatures'> | null;
  /** Instant, UTC, of a time stamp over that checkpoint by an authority that the reader pinned; null where there is none. */
  readonly stampedAt: string | null;
  /** Who signed the registry facts that the statement rests on, by a key that the reader pinned. */
  readonly registrar: 'nobody' | 'claimant' | 'independent';
  /** Whose keys of statements and of the log the reader pinned; `nobody`: they came with the statement. */
  readonly keys: 'nobody' | 'claimant' | 'independent';
}

/** Nothing beside the statement was checked. */
export const nothingAtHand: EvidenceAtHand = { checkpoint: null, stampedAt: null, registrar: 'nobody', keys: 'nobody' };

/** @returns what it amounts to, and the earliest instant (UTC) at which somebody outside saw the statement’s fact in the log */
export function evidenceOf({ checkpoint, stampedAt, registrar, keys }: EvidenceAtHand): OutsideEvidence & {
  readonly seenAt: string | null;
} {
  const cosigned = (checkpoint?.signatures ?? []).flatMap(({ time }) => (time === null ? [] : [instantOf(time)]));
  const [seenAt = null] = [...cosigned, ...(stampedAt === null || checkpoint === null ? [] : [stampedAt])].sort();
  return {
    outsideTime: seenAt !== null,
    independentRegistrar: registrar === 'independent',
    independentKeysAndLog: keys === 'independent' && checkpoint !== null,
    seenAt,
  };
}

const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/**
 * `operator.isClaimant` of the payload can only lower the level: that the operator is somebody else is the operator's own word,
 * so `false` proves nothing by itself.
 */
export function trustLevel(operatorIsClaimant: boolean, evidence: OutsideEvidence): TrustLevel {
  const { outsideTime, independentRegistrar, independentKeysAndLog } = evidence;
  if (independentRegistrar && independentKeysAndLog && !operatorIsClaimant) return 'third-party';
  return outsideTime && independentRegistrar ? 'witnessed' : 'self';
}
