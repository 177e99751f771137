// Writes the CloudFormation templates and the Lambda bundles, offline: node bin/app.ts, or through the cdk command.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import settings from '../cdk.json' with { type: 'json' };
import { endpoints } from '../functions/endpoints.ts';
import { jobs } from '../functions/jobs.ts';
import { bundle } from '../lib/infrastructure/bundle.ts';
import { CommunsStack } from '../lib/infrastructure/communs-stack.ts';

const root = resolve(import.meta.dirname, '..');
const audiences = [...new Set(endpoints.map((endpoint) => endpoint.audience))];
const entries = [...audiences, ...(jobs.length > 0 ? ['jobs'] : [])].sort();
const bundles = join(root, 'dist/lambda');
bundle(root, entries, bundles);

// The cdk command passes the context of cdk.json and the folder by itself; without it they come from here.
const outdir = process.env.CDK_OUTDIR ?? join(root, 'cdk.out');
const app = new App({ context: settings.context, analyticsReporting: false, outdir });
new CommunsStack(app, 'Communs', { endpoints, jobs, codeOf: (entry) => Code.fromAsset(join(bundles, entry)) });
app.synth();
if (!existsSync(join(outdir, 'Communs.template.json'))) throw new Error(`nothing was written to ${outdir}`);
