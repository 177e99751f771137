// What every bench beside others finds: what it may be refused for, who was not there, and how busy the machine was.
import type { Bilingual } from '../../../lib/model/text.ts';

export interface Failure {
  readonly code: 'answers-differ' | 'memory-bound';
  readonly says: Bilingual;
}

export interface BesideRun {
  readonly failures: readonly Failure[];
  /** Names of those that are not there. */
  readonly missing: readonly string[];
  readonly load: readonly [before: number, after: number];
  readonly rounds: number;
}
