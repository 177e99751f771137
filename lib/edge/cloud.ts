// The handlers of the Lambda functions: an audience's endpoints, or one job, on the cloud's assembly.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cloudAssembly } from '../adapters/aws.ts';
import { assetResult, loadAssets } from './assets.ts';
import type { Endpoint } from './endpoint.ts';
import { type EdgeHandler, type EdgeSettings, edgeHandler } from './handler.ts';
import { type Job, type JobSettings, jobHandler } from './job.ts';

/**
 * @param folder where the bundle lies: assets stand beside it, in the public function's only
 */
export function cloudHandler(
  endpoints: readonly Endpoint[],
  renderProblem: EdgeSettings['renderProblem'],
  folder: string,
): EdgeHandler {
  const run = { isMemory: false, isTestClock: false };
  const handler = edgeHandler(endpoints, { ...cloudAssembly(), renderProblem, secure: true, run });
  const assetFolder = join(folder, 'assets');
  if (!existsSync(assetFolder)) return handler;
  const assets = loadAssets(assetFolder);
  return async (event, context) => assetResult(assets, event) ?? handler(event, context);
}

/**
 * One bundle has every job; the stack tells each function which of them is its own.
 * @throws Error if it names none of these: the stack is of another version than the bundle
 */
export function cloudJobHandler(
  jobs: readonly Job[],
  assembly: JobSettings & { readonly jobName: string | null } = cloudAssembly(),
): ReturnType<typeof jobHandler> {
  return async (event) => {
    const own = jobs.find(({ name }) => name === assembly.jobName);
    if (own === undefined) throw new Error(`no job is called ${assembly.jobName}`);
    return jobHandler(own, assembly)(event);
  };
}
