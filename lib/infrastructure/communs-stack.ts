// The whole installation as one stack, made from the declarations of endpoints and jobs.
import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Endpoint } from '../edge/endpoint.ts';
import type { Job } from '../edge/job.ts';
import { Jobs } from './jobs.ts';
import { Storage } from './storage.ts';
import { Web } from './web.ts';

export interface CommunsStackProps extends StackProps {
  readonly endpoints: readonly Endpoint[];
  readonly jobs: readonly Job[];
  /** The code of `functions/lambda/<entry>.ts`. */
  readonly codeOf: (entry: string) => Code;
}

export class CommunsStack extends Stack {
  constructor(scope: Construct, id: string, { endpoints, jobs, codeOf, ...props }: CommunsStackProps) {
    super(scope, id, props);
    const storage = new Storage(this, 'Storage');
    new Web(this, 'Web', { storage, endpoints, codeOf });
    new Jobs(this, 'Jobs', { storage, jobs, codeOf });
  }
}
