// What a foundation's signatory may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { answerContributions } from './answer-contributions.ts';
import { listConfirmations } from './list-confirmations.ts';

export const foundationEndpoints: readonly Endpoint[] = [listConfirmations, answerContributions];
