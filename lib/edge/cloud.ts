// The handler of one Lambda function: its audience's endpoints on the cloud's assembly.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cloudAssembly } from '../adapters/aws.ts';
import type { Language } from '../model/text.ts';
import { assetResult, loadAssets } from './assets.ts';
import type { Endpoint } from './endpoint.ts';
import { type EdgeHandler, edgeHandler } from './handler.ts';
import type { Problem } from './problem.ts';

type RenderProblem = (problem: Problem, language: Language) => string;

/**
 * @param folder where the bundle lies: assets stand beside it, in the public function's only
 */
export function cloudHandler(
  endpoints: readonly Endpoint[],
  renderProblem: RenderProblem,
  folder: string,
): EdgeHandler {
  const handler = edgeHandler(endpoints, { ...cloudAssembly(), renderProblem, secure: true });
  const assetFolder = join(folder, 'assets');
  if (!existsSync(assetFolder)) return handler;
  const assets = loadAssets(assetFolder);
  return async (event, context) => assetResult(assets, event) ?? handler(event, context);
}
