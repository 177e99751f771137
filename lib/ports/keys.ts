// Who signs what is issued, and with which keys.

/** An EC P-256 public key (RFC 7517), `kid` its RFC 7638 thumbprint. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** Of statements, or of what the registrar decides. */
export interface Signer {
  /** Every key that it knows it used, the current one first. */
  readonly publicKeys: () => Promise<readonly PublicJwk[]>;
  /** @param digest SHA-256 of what is signed @returns an ASN.1 DER ECDSA signature, as KMS gives it */
  readonly signDigest: (digest: Uint8Array) => Promise<Uint8Array>;
  /** True for key files marked TEST: printed wherever the key vouches. */
  readonly isTest: boolean;
}

/** Seals PDFs with the statement key and a certificate for it (PAdES baseline B-B, ETSI EN 319 142-1). */
export interface Seal {
  /** DER, the certificate of the key that signs now first, then what leads to its root. */
  readonly certificates: () => Promise<readonly Uint8Array[]>;
  /** @param pdf with a place for the seal (statement/pdf/seal-place.ts) @returns the same, signed over all but the signature itself */
  readonly sealPdf: (pdf: Uint8Array) => Promise<Uint8Array>;
}

/** Who runs this installation, and whose registry it is: printed on what it signs. */
export interface Installation {
  /** `iss` of what is signed: an address, or a URN where there is none. */
  readonly issuer: string;
  readonly operator: {
    readonly name: string;
    /** Null where the operator is no French legal unit. */
    readonly siren: string | null;
  };
  /** Who decides what stands in the registry, and signs it; the SIREN as above. */
  readonly registrar: Installation['operator'];
}

/** Keys of auditor links, for HMAC-SHA-256. */
export interface LinkKeys {
  readonly current: () => Promise<{ readonly kid: string; readonly key: Uint8Array }>;
  readonly byKid: (kid: string) => Promise<Uint8Array | null>;
}
