// statement.json: the payload's canonical bytes, exactly those inside the JWS, for readers who do not want to decode one.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import type { StatementPayload } from './payload.ts';

/** @throws Error (a fault) if a member is `undefined` or has no canonical form */
export const renderJson = (payload: StatementPayload): Uint8Array => canonicalBytes(payload as unknown as Json);
