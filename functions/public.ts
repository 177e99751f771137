// What anyone may ask, signed in or not: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { health } from './health.ts';
import { hearWebhook } from './hear-webhook.ts';
import { listKeys } from './list-keys.ts';
import { listLogKeys } from './list-log-keys.ts';
import { openLink } from './open-link.ts';
import { sendLinkCode } from './send-link-code.ts';
import { showCheckpoint } from './show-checkpoint.ts';
import { showHome } from './show-home.ts';
import { showLinkDoor } from './show-link-door.ts';
import { showLogPage } from './show-log-page.ts';
import { showMethodology } from './show-methodology.ts';
import { showStatus } from './show-status.ts';
import { showTile, showTileOfFour, showTileOfThree, showTileOfTwo } from './show-tiles.ts';
import { signOut } from './sign-out.ts';
import { verifyFile } from './verify-file.ts';
import { verifyNumber } from './verify-number.ts';

export const publicEndpoints: readonly Endpoint[] = [
  showHome,
  verifyNumber,
  verifyFile,
  listKeys,
  showLogPage,
  listLogKeys,
  showCheckpoint,
  showTile,
  showTileOfTwo,
  showTileOfThree,
  showTileOfFour,
  showStatus,
  showMethodology,
  health,
  showLinkDoor,
  openLink,
  sendLinkCode,
  signOut,
  hearWebhook,
];
