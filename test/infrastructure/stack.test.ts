import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import settings from '../../cdk.json' with { type: 'json' };
import { endpoints as realEndpoints } from '../../functions/endpoints.ts';
import { jobs as realJobs } from '../../functions/jobs.ts';
import { type Endpoint, endpoint } from '../../lib/edge/endpoint.ts';
import { type Job, job } from '../../lib/edge/job.ts';
import type { Audience } from '../../lib/edge/session.ts';
import { CommunsStack } from '../../lib/infrastructure/communs-stack.ts';
import { rightsOf } from '../../lib/infrastructure/grants.ts';
import { pathsByAudience } from '../../lib/infrastructure/web.ts';
import type { Ports } from '../../lib/ports.ts';

const declare = <For extends Audience>(audience: For, path: string, need: readonly (keyof Ports)[]): Endpoint =>
  endpoint({ method: 'GET', path, audience, need, input: z.object({}), run: async () => ({ json: null }) });

const sampleEndpoints = [
  declare('public', '/verify', ['readBooks', 'readViews', 'clock']),
  declare('finance', '/issue', ['readBooks', 'appendBooks', 'signer']),
  declare('hr', '/upload', ['readBooks', 'appendBooks', 'writeBatches', 'sealedFiles', 'inbox']),
];

const declareJob = (name: string, trigger: Job['trigger'], need: readonly (keyof Ports)[]): Job =>
  job({ name, trigger, need, message: z.unknown(), run: async () => undefined });

const sampleJobs = [
  declareJob('check-ledger', { kind: 'schedule', expression: 'rate(1 day)' }, ['readBooks', 'listBooks']),
  declareJob('consume-inbox', { kind: 'inbox' }, ['readBooks', 'appendBooks']),
  declareJob('update-views', { kind: 'facts' }, ['readBooks', 'readViews', 'writeViews']),
];

function synthesise(endpoints: readonly Endpoint[], jobs: readonly Job[]): Template {
  const app = new App({ context: settings.context, analyticsReporting: false });
  const codeOf = () => Code.fromInline('exports.handler = () => {}');
  return Template.fromStack(new CommunsStack(app, 'Communs', { endpoints, jobs, codeOf }));
}

const template = synthesise(sampleEndpoints, sampleJobs);

interface Statement {
  readonly Action: string | string[];
  readonly Effect: string;
  readonly Resource: unknown;
}

/** Actions that each function's role allows, by the part of the logical id that names it. */
function actionsOf(of: Template, name: string): string[] {
  const policies = Object.entries(of.findResources('AWS::IAM::Policy')).filter(([id]) => id.includes(name));
  return policies
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement as Statement[])
    .flatMap(({ Action }) => Action)
    .sort();
}

const allActions = (of: Template): string[] => actionsOf(of, '');

/** Catches typos, and whatever a construct of the library grants on its own. */
const allowed = [
  /^dynamodb:(?:GetItem|Query|PutItem|DeleteItem)$/,
  /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
  /^s3:(?:Get|Put|Delete)Object$/,
  /^kms:(?:GetPublicKey|Sign|GenerateMac)$/,
  /^sqs:(?:SendMessage|ReceiveMessage|ChangeMessageVisibility|GetQueueUrl|DeleteMessage|GetQueueAttributes)$/,
  /^logs:(?:CreateLogStream|PutLogEvents)$/,
  /^lambda:InvokeFunction$/,
];

describe('the stack', () => {
  it('keeps the table: on demand, point-in-time recovery, deletion protection, kept without the stack', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });

  it('keeps buckets, keys and queues too, and shows no bucket to the public', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SQS::Queue']) {
      template.allResources(type, { DeletionPolicy: 'Retain' });
    }
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.hasResourceProperties('AWS::SQS::Queue', { FifoQueue: true, RedrivePolicy: Match.anyValue() });
  });

  it.each([
    ['the sample', template],
    ['what is deployed', synthesise(realEndpoints, realJobs)],
  ])('never allows a scan, a wildcard or an unknown action: %s', (_what, of) => {
    const actions = allActions(of);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions)
      expect(
        allowed.some((pattern) => pattern.test(action)),
        action,
      ).toBe(true);
    expect(JSON.stringify(of.toJSON())).not.toMatch(/dynamodb:(?:Scan|\*|BatchWriteItem|UpdateItem)|managed-?policy/i);
    of.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  it('lets a reader read and nothing else', () => {
    expect(actionsOf(template, 'Public')).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
      'kms:GenerateMac',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });

  it('lets only those sign who declared it, and nobody who appends remove a fact', () => {
    expect(actionsOf(template, 'Finance')).toContain('kms:Sign');
    expect(actionsOf(template, 'Finance')).not.toContain('dynamodb:DeleteItem');
    for (const other of ['Public', 'Hr', 'checkledger', 'consumeinbox', 'updateviews']) {
      expect(actionsOf(template, other), other).not.toContain('kms:Sign');
    }
    expect(actionsOf(template, 'consumeinbox')).not.toContain('dynamodb:DeleteItem');
  });

  it('tells each function only the names of what it may use', () => {
    const named = (id: string): string[] => {
      const found = Object.entries(template.findResources('AWS::Lambda::Function')).find(([name]) => name.includes(id));
      return Object.keys(found?.[1].Properties.Environment.Variables).filter((name) => name.startsWith('COMMUNS'));
    };
    expect(named('Public').sort()).toEqual(['COMMUNS_KMS_ENDPOINT', 'COMMUNS_SESSION_KEY', 'COMMUNS_TABLE']);
    expect(named('Hr')).toEqual(expect.arrayContaining(['COMMUNS_UPLOADS', 'COMMUNS_FILES', 'COMMUNS_INBOX']));
    expect(named('checkledger')).toContain('COMMUNS_JOB');
  });

  it('routes each path to its audience, and everything else to the public function', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
    const keys = routes.map((route) => route.Properties.RouteKey).sort();
    expect(keys).toEqual(['$default', 'ANY /issue', 'ANY /upload', 'ANY /verify']);
    template.resourceCountIs('AWS::ApiGatewayV2::Integration', 3);
  });

  it('runs on Node 24, arm64, with logs kept for a year and no path in the access log', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    expect(stage?.Properties.AccessLogSettings.Format).toContain('$context.requestId');
    expect(stage?.Properties.AccessLogSettings.Format).not.toMatch(/path|sourceIp/);
  });

  it('wakes jobs by schedule, inbox and stream', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 day)' });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { BisectBatchOnFunctionError: true });
  });

  it('names no partition, region or account', () => {
    // "arn:" alone is joined with AWS::Partition; amazonaws.com is the name of a service principal, the same everywhere.
    expect(JSON.stringify(template.toJSON())).not.toMatch(/arn:aws|eu-west|us-east|\d{12}/);
  });

  it('is the same, byte for byte, when made again', () => {
    expect(JSON.stringify(synthesise(sampleEndpoints, sampleJobs).toJSON())).toBe(JSON.stringify(template.toJSON()));
  });
});

describe('grants', () => {
  it('are the union over the ports, each action once', () => {
    expect(rightsOf(['readBooks', 'readViews', 'appendBooks', 'clock'])).toEqual([
      { on: 'table', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'] },
    ]);
  });

  it('refuse one path for two audiences', () => {
    const twice = [declare('hr', '/months', []), declare('developer', '/months', [])];
    expect(() => pathsByAudience(twice)).toThrow('/months is declared for two audiences');
  });
});
