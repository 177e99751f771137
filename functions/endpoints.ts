// Every endpoint: read by the stack, the local runner and the docs test. A Lambda bundle takes its audience's list only.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { auditorEndpoints } from './auditor.ts';
import { developerEndpoints } from './developer.ts';
import { financeEndpoints } from './finance.ts';
import { foundationEndpoints } from './foundation.ts';
import { hrEndpoints } from './hr.ts';
import { publicEndpoints } from './public.ts';
import { registrarEndpoints } from './registrar.ts';

export const endpoints: readonly Endpoint[] = [
  ...publicEndpoints,
  ...hrEndpoints,
  ...developerEndpoints,
  ...foundationEndpoints,
  ...financeEndpoints,
  ...auditorEndpoints,
  ...registrarEndpoints,
];
