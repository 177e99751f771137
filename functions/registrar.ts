// What a registrar may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { listObjections } from './list-objections.ts';
import { upholdObjection } from './uphold-objection.ts';

export const registrarEndpoints: readonly Endpoint[] = [listObjections, upholdObjection];
