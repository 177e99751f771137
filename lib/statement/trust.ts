// How far a statement's dates and registry can be trusted: worked out from evidence outside the payload, which cannot vouch for itself.

/** design.md, Trust levels. */
export type TrustLevel = 'self' | 'witnessed' | 'third-party';

/** What the reader of a bundle established by checking it; each false until it did. */
export interface OutsideEvidence {
  /** The checkpoint carries a cosignature from outside, or an RFC 3161 time, and it was checked. */
  readonly outsideTime: boolean;
  /** The registry facts carry the signature of a registrar whom the company does not control. */
  readonly independentRegistrar: boolean;
  /** Keys and log are pinned to another body than the company. */
  readonly independentKeysAndLog: boolean;
}

export const noOutsideEvidence: OutsideEvidence = {
  outsideTime: false,
  independentRegistrar: false,
  independentKeysAndLog: false,
};

/**
 * `operator.isClaimant` of the payload can only lower the level: that the operator is somebody else is the operator's own word,
 * so `false` proves nothing by itself.
 */
export function trustLevel(operatorIsClaimant: boolean, evidence: OutsideEvidence): TrustLevel {
  const { outsideTime, independentRegistrar, independentKeysAndLog } = evidence;
  if (independentRegistrar && independentKeysAndLog && !operatorIsClaimant) return 'third-party';
  return outsideTime && independentRegistrar ? 'witnessed' : 'self';
}
