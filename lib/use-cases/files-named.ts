// The files that a fact names by digest: in the open, or sealed; and the lists of heads.
import type { AnyFact } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import type { HeadsRead } from './heads-read.ts';
import { jwsObject } from './issued-payload.ts';
import { ruleSetObject } from './prepare-statement.ts';

export interface FilesNamed {
  readonly objects: readonly { readonly name: string; readonly digest: string; readonly isStatement: boolean }[];
  readonly sealed: readonly string[];
  readonly heads: readonly Head[];
  readonly lists: readonly HeadsRead[];
}

const none: FilesNamed = { objects: [], sealed: [], heads: [], lists: [] };

export function filesNamed(fact: AnyFact): FilesNamed {
  switch (fact.kind) {
    case 'timesheet-posted': {
      const { file, choices } = fact.data;
      return { ...none, sealed: choices === null ? [file] : [file, choices] };
    }
    case 'evidence-recorded':
      return { ...none, lists: [fact.data.repositories] };
    case 'statement-prepared': {
      const { computation, ruleSet, heads, otherHeads } = fact.data;
      const rules = { name: ruleSetObject(ruleSet), digest: ruleSet, isStatement: false };
      return { objects: [rules], sealed: [computation], heads, lists: [otherHeads] };
    }
    case 'statement-issued': {
      const { jws, computation, disclosures } = fact.data;
      const text = { name: jwsObject(jws), digest: jws, isStatement: true };
      return { ...none, objects: [text], sealed: [computation, disclosures] };
    }
    case 'rendering-stored':
      return { ...none, sealed: [fact.data.sha256] };
    case 'receipt-issued':
      return { ...none, sealed: [fact.data.pdf, fact.data.json] };
    default:
      return none;
  }
}
