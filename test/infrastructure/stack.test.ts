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
  declare('hr', '/upload', ['readBooks', 'appendBooks', 'writeBatches', 'objects', 'sealedFiles', 'inbox']),
];

const declareJob = (name: string, trigger: Job['trigger'], need: readonly (keyof Ports)[]): Job =>
  job({ name, trigger, need, message: z.unknown(), run: async () => undefined });

const sampleJobs = [
  declareJob('check-ledger', { kind: 'schedule', expression: 'rate(1 day)' }, ['readBooks', 'listBooks']),
  declareJob('consume-inbox', { kind: 'inbox' }, ['readBooks', 'appendBooks']),
  declareJob('pull-one', { kind: 'pulls' }, ['readBooks', 'forge', 'pullSteps', 'pullQueue']),
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
  readonly Condition?: {
    readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': string | string[] };
    readonly Null?: Readonly<Record<string, string>>;
  };
}

/** What each function's role allows, by the part of the logical id that names it. */
const statementsOf = (of: Template, name: string): Statement[] =>
  Object.entries(of.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.includes(name))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement as Statement[]);

const actionsOf = (of: Template, name: string): string[] => [
  ...new Set(statementsOf(of, name).flatMap(({ Action }) => Action)),
];

const allActions = (of: Template): string[] => actionsOf(of, '');

/** `PutItem books` for each action on the table and each partition, or kind of partition, where it is allowed. */
const tableRights = (of: Template, name: string): string[] =>
  statementsOf(of, name)
    .flatMap(({ Action, Condition }) =>
      [Action].flat().flatMap((action) => {
        const keys = [Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? 'EVERYTHING'].flat();
        return keys.map((key) => `${action} ${key}`);
      }),
    )
    .filter((right) => /^dynamodb:(?:\w+Item|Query)/.test(right))
    .map((right) => right.replace('dynamodb:', ''))
    .sort();

/** Catches typos, and whatever a construct of the library grants on its own. */
const allowed = [
  /^dynamodb:(?:GetItem|Query|PutItem|DeleteItem)$/,
  /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
  /^s3:(?:GetObject|PutObject|DeleteObject|ListBucket)$/,
  // What an erasure replaces stays in no older version.
  /^s3:(?:ListBucketVersions|DeleteObjectVersion)$/,
  /^kms:(?:GetPublicKey|Sign|GenerateMac)$/,
  /^sqs:(?:SendMessage|ReceiveMessage|ChangeMessageVisibility|GetQueueUrl|DeleteMessage|GetQueueAttributes)$/,
  /^logs:(?:CreateLogStream|PutLogEvents)$/,
  /^lambda:InvokeFunction$/,
  /^ses:SendEmail$/,
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
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
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

  it('lets a reader read what its ports read, and nothing else', () => {
    expect(actionsOf(template, 'Public').sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
      'kms:GenerateMac',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    expect(tableRights(template, 'Public')).toEqual([
      'GetItem book#*',
      'GetItem view#*',
      'Query book#*',
      'Query view#*',
    ]);
  });

  it('lets the updater of views put views, and no fact', () => {
    expect(tableRights(template, 'updateviews').filter((right) => !/^(?:Get|Query)/.test(right))).toEqual([
      'DeleteItem view#*',
      'PutItem view#*',
    ]);
  });

  it('lets an append put facts and names of books, and change nothing else', () => {
    expect(tableRights(template, 'Finance').filter((right) => !/^(?:Get|Query)/.test(right))).toEqual([
      'PutItem book#*',
      'PutItem books',
    ]);
  });

  it('gives no right to the table as a whole, not even to a request that names no key', () => {
    const onTable = statementsOf(template, '').filter(({ Action }) => /dynamodb:(?:\w+Item|Query)/.test(`${Action}`));
    expect(onTable.length).toBeGreaterThan(5);
    for (const { Condition } of onTable) expect(Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
    expect(tableRights(template, '').filter((right) => right.includes('EVERYTHING'))).toEqual([]);
  });

  it('puts files once only, and keeps the keys of sealed files in a place of their own', () => {
    const puts = statementsOf(template, 'Hr').filter(({ Action }) => [Action].flat().includes('s3:PutObject'));
    const isWriteOnce = ({ Condition }: Statement): boolean => Condition?.Null?.['s3:if-none-match'] === 'false';
    expect(puts.filter(isWriteOnce).map(({ Action }) => Action)).toEqual(['s3:PutObject']);
    // What can be replaced and removed: uploads and their keys, two buckets that hold no object.
    const bucketsOf = (statements: readonly Statement[]): Set<string> =>
      new Set(JSON.stringify(statements.map(({ Resource }) => Resource)).match(/Storage\w+(?=","Arn)/g));
    const [files, uploads] = [bucketsOf(puts.filter(isWriteOnce)), bucketsOf(puts.filter((put) => !isWriteOnce(put)))];
    expect([files.size, uploads.size, new Set([...files, ...uploads]).size]).toEqual([1, 2, 3]);
  });

  it('wakes the followers of facts for new facts only', () => {
    const [mapping] = Object.values(template.findResources('AWS::Lambda::EventSourceMapping')).filter(
      ({ Properties }) => Properties.FilterCriteria !== undefined,
    );
    expect(JSON.parse(mapping?.Properties.FilterCriteria.Filters[0].Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'book#' }] } } },
    });
  });

  it('gives the pulls a queue with delays of its own, few at once, what fails kept apart, and steps that go by themselves', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      FifoQueue: Match.absent(),
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
      VisibilityTimeout: 5400,
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 14, Status: 'Enabled' })] },
    });
    expect(actionsOf(template, 'pullone')).toContain('sqs:SendMessage');
    expect(actionsOf(template, 'pullone')).toEqual(expect.arrayContaining(['s3:DeleteObject', 's3:PutObject']));
  });

  it('tells tokens to who pulls, secrets of webhooks to who hears them, and neither to anybody else', () => {
    const deployed = synthesise(realEndpoints, realJobs);
    const settingsOf = Object.entries(deployed.findResources('AWS::Lambda::Function')).map(([id, { Properties }]) => ({
      id,
      names: Object.keys(Properties.Environment.Variables).filter((name) => /FORGES|WEBHOOKS/.test(name)),
    }));
    expect(settingsOf.filter(({ names }) => names.length > 0).map(({ id, names }) => [id.slice(0, 8), names])).toEqual([
      [expect.stringMatching(/^WebPubli/), ['COMMUNS_WEBHOOKS']],
      [expect.stringMatching(/^Jobspull/), ['COMMUNS_FORGES']],
    ]);
    for (const id of ['Forges', 'Webhooks']) deployed.hasParameter(id, { NoEcho: true });
  });

  it('refuses certificates and former keys that are too long while the parameters are read, so that no function’s settings come to more than 4 kB by them', () => {
    const deployed = synthesise(realEndpoints, realJobs);
    const { Parameters } = deployed.toJSON() as {
      Parameters: Record<string, { MaxLength?: number; ConstraintDescription?: string }>;
    };
    const limited = Object.entries(Parameters).filter(([, { MaxLength }]) => MaxLength !== undefined);
    expect(limited.map(([id]) => id).sort()).toEqual(['FormerKeys', 'SealCertificates', 'TsaCa']);
    for (const [, { MaxLength, ConstraintDescription }] of limited) {
      expect(ConstraintDescription).toMatch(
        RegExp(`^at most ${MaxLength} characters: .+ certificates/\\S+ here; au plus ${MaxLength} caractères : .+`),
      );
    }
    // What the stack names itself is shorter than 80; a name or an address that the operator gives is left to the operator.
    const longestOf = (value: unknown): number => {
      if (typeof value === 'string') return value.length;
      const parameter = Parameters[(value as { Ref: string }).Ref];
      return parameter === undefined ? 80 : (parameter.MaxLength ?? 0);
    };
    for (const [id, { Properties }] of Object.entries(deployed.findResources('AWS::Lambda::Function'))) {
      const settings = Object.entries<unknown>(Properties.Environment.Variables);
      const length = settings.reduce((sum, [name, value]) => sum + name.length + longestOf(value), 0);
      expect(length, id).toBeLessThanOrEqual(4096);
    }
  });

  it('lets only those sign who declared it, and nobody who appends remove a fact', () => {
    expect(actionsOf(template, 'Finance')).toContain('kms:Sign');
    expect(actionsOf(template, 'Finance')).not.toContain('dynamodb:DeleteItem');
    for (const other of ['Public', 'Hr', 'checkledger', 'consumeinbox', 'updateviews']) {
      expect(actionsOf(template, other), other).not.toContain('kms:Sign');
    }
    expect(actionsOf(template, 'consumeinbox')).not.toContain('dynamodb:DeleteItem');
  });

  it('lets sign for the registry only who declared it, by the key of the stack or by one that lies elsewhere', () => {
    const registering = declare('foundation', '/register', ['readBooks', 'appendBooks', 'registrar', 'installation']);
    const of = synthesise([...sampleEndpoints, registering], sampleJobs);
    const signing = statementsOf(of, '').filter(({ Action }) => [Action].flat().includes('kms:Sign'));
    const onRegistrar = signing.filter(({ Resource }) => JSON.stringify(Resource).includes('RegistrarKeyArn'));
    expect([signing.length, onRegistrar.length]).toEqual([2, 1]);
    expect(statementsOf(of, 'Foundation')).toContainEqual(onRegistrar[0]);
    expect(onRegistrar[0]?.Resource).toEqual({
      'Fn::If': [
        expect.stringContaining('OwnRegistrarKey'),
        { 'Fn::GetAtt': [expect.stringContaining('RegistrarKey'), 'Arn'] },
        { Ref: 'RegistrarKeyArn' },
      ],
    });
    of.hasResource('AWS::KMS::Key', {
      Condition: Match.stringLikeRegexp('OwnRegistrarKey'),
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'ECC_NIST_P256' },
    });
    of.hasParameter('RegistrarName', {});
    // Nobody registers by a page yet: no function may sign for the registry, and there is no key to sign with.
    const deployed = synthesise(realEndpoints, realJobs).toJSON();
    expect(JSON.stringify(deployed)).not.toContain('RegistrarKey');
  });

  it('as deployed, lets who only reads write lines of the access list and nothing else, and sign no statement', () => {
    const deployed = synthesise(realEndpoints, realJobs);
    const writes = (name: string): string[] =>
      tableRights(deployed, name).filter((right) => !/^(?:Get|Query)/.test(right));
    for (const reader of ['Public', 'Auditor']) {
      expect(writes(reader), reader).toEqual(['PutItem access#*']);
    }
    // It answers and issues receipts: facts with their rows, and no view, no name.
    expect(writes('Foundation')).toEqual(['PutItem access#*', 'PutItem batch#*', 'PutItem book#*', 'PutItem books']);
    const signers = ['Public', 'Auditor', 'Hr', 'Developer', 'Foundation', 'Finance', 'pullall', 'checkledger'].filter(
      (name) => actionsOf(deployed, name).includes('kms:Sign'),
    );
    // The auditor's function signs the state of a statement, made when it is asked for; the foundation's seals its receipts.
    expect(signers).toEqual(['Auditor', 'Foundation', 'Finance']);
    expect(writes('checkledger')).toEqual(['DeleteItem view#*', 'PutItem view#*']);
  });

  it('as deployed, lets three functions send mail, from the one address, and tells the developer’s alone the forges', () => {
    const deployed = synthesise(realEndpoints, realJobs);
    const senders = statementsOf(deployed, '').filter(({ Action }) => Action === 'ses:SendEmail');
    expect(senders).toHaveLength(3);
    for (const sender of senders) {
      expect(sender).toMatchObject({ Condition: { StringEquals: { 'ses:FromAddress': { Ref: 'MailFrom' } } } });
    }
    // Codes of an identity; codes of a link, to whoever holds its secret; and whether a link may rest on them.
    for (const name of ['Developer', 'Public', 'Finance']) {
      expect(actionsOf(deployed, name), name).toContain('ses:SendEmail');
    }
    const told = Object.entries(deployed.findResources('AWS::Lambda::Function')).filter(
      ([, { Properties }]) => 'COMMUNS_FORGE_ACCOUNTS' in Properties.Environment.Variables,
    );
    expect(told.map(([id]) => id)).toEqual([expect.stringContaining('Developer')]);
    deployed.hasParameter('ForgeAccounts', { NoEcho: true });
  });

  it('tells each function only the names of what it may use', () => {
    const named = (id: string): string[] => {
      const found = Object.entries(template.findResources('AWS::Lambda::Function')).find(([name]) => name.includes(id));
      return Object.keys(found?.[1].Properties.Environment.Variables).filter((name) => name.startsWith('COMMUNS'));
    };
    expect(named('Public').sort()).toEqual(['COMMUNS_SESSION_KEY', 'COMMUNS_TABLE']);
    expect(named('Hr')).toEqual(
      expect.arrayContaining(['COMMUNS_UPLOADS', 'COMMUNS_UPLOAD_KEYS', 'COMMUNS_FILES', 'COMMUNS_INBOX']),
    );
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
  it('are the union over the ports, place by place, each action once', () => {
    expect(rightsOf(['readBooks', 'listBooks', 'appendBooks', 'linkKeys', 'clock'])).toEqual([
      { on: 'linkKey', actions: ['kms:GenerateMac'] },
      {
        on: 'table',
        partitions: ['book#*'],
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      },
      { on: 'table', partitions: ['books'], actions: ['dynamodb:PutItem', 'dynamodb:Query'] },
    ]);
  });

  it('refuse one path for two audiences', () => {
    const twice = [declare('hr', '/months', []), declare('developer', '/months', [])];
    expect(() => pathsByAudience(twice)).toThrow('/months is declared for two audiences');
  });
});
