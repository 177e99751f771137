// What a developer may ask about herself: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { answerIdentity } from './answer-identity.ts';
import { checkMonth } from './check-month.ts';
import { contestMonth } from './contest-month.ts';
import { liftContest } from './lift-contest.ts';
import { listMonths } from './list-months.ts';
import { showMonth } from './show-month.ts';
import { showWork } from './show-work.ts';
import { takeWorkBack } from './take-work-back.ts';

export const developerEndpoints: readonly Endpoint[] = [
  listMonths,
  showMonth,
  checkMonth,
  contestMonth,
  liftContest,
  showWork,
  takeWorkBack,
  answerIdentity,
];
