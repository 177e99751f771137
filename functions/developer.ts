// What a developer may ask about herself: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { answerAddressCode } from './answer-address-code.ts';
import { answerIdentity } from './answer-identity.ts';
import { answerWithSignature } from './answer-with-signature.ts';
import { askForSignature } from './ask-for-signature.ts';
import { askOwnErasure } from './ask-own-erasure.ts';
import { beginForgeLogin } from './begin-forge-login.ts';
import { checkMonth } from './check-month.ts';
import { contestMonth } from './contest-month.ts';
import { downloadHeld } from './download-held.ts';
import { finishForgeLogin } from './finish-forge-login.ts';
import { liftContest } from './lift-contest.ts';
import { listMonths } from './list-months.ts';
import { searchByName } from './search-by-name.ts';
import { sendAddressCode } from './send-address-code.ts';
import { showHeld } from './show-held.ts';
import { showIdentities } from './show-identities.ts';
import { showMonth } from './show-month.ts';
import { showWork } from './show-work.ts';
import { takeWorkBack } from './take-work-back.ts';
import { unlinkIdentity } from './unlink-identity.ts';

export const developerEndpoints: readonly Endpoint[] = [
  listMonths,
  showMonth,
  checkMonth,
  contestMonth,
  liftContest,
  showWork,
  takeWorkBack,
  showHeld,
  downloadHeld,
  askOwnErasure,
  showIdentities,
  answerIdentity,
  unlinkIdentity,
  sendAddressCode,
  answerAddressCode,
  askForSignature,
  answerWithSignature,
  beginForgeLogin,
  finishForgeLogin,
  searchByName,
];
