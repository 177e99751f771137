// What anyone may ask, signed in or not: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { health } from './health.ts';
import { openLink } from './open-link.ts';
import { showLinkDoor } from './show-link-door.ts';

export const publicEndpoints: readonly Endpoint[] = [health, showLinkDoor, openLink];
