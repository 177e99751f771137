// What functions are granted: the table, the files, the keys, the inbox, the pulls under way, all kept when the stack goes; and the sender of mail.
import { CfnCondition, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type CfnKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
// The one exception to "infrastructure imports edge only": the table has one definition.
import { tableDefinition } from '../adapters/store/table-definition.ts';
import type { Holding, Right } from './grants.ts';
import { keyParameter, mailFromParameter } from './installation-settings.ts';

/** Longer than any function runs, as the queue's owner advises: six times. */
export const functionTimeout = Duration.seconds(29);
/** Reading the whole ledger, or a repository, takes longer than a page may. */
export const longTimeout = Duration.minutes(15);
/** As lib/adapters/pull/step-name.ts: a run that nobody came back for begins anew. */
const stepsKeptDays = 14;
/** Ten years: as long as the longest time in which a tax return can be looked at again, and some. */
const tilesLockedDays = 3652;

/** `ForAllValues` also holds where a request names no key at all, hence `Null`. */
function conditionsOf({ partitions, writeOnce }: Right): Record<string, unknown> {
  if (writeOnce) return { Null: { 's3:if-none-match': 'false' } };
  if (partitions === undefined) return {};
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}

const signingKeys = {
  StatementKey: { spec: KeySpec.ECC_NIST_P256, description: 'Signs statements (ES256)' },
  LogKey: { spec: KeySpec.ECC_NIST_EDWARDS25519, description: 'Signs the log (Ed25519)' },
  RegistrarKey: { spec: KeySpec.ECC_NIST_P256, description: 'Signs facts of the registry (ES256)' },
} as const;

export class Storage extends Construct {
  readonly table: TableV2;
  readonly inbox: Queue;
  readonly pulls: Queue;
  readonly log: Queue;
  readonly #arns: Readonly<Record<Holding, readonly string[]>>;
  readonly #names: Readonly<Record<Holding, string>>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Ledger', {
      partitionKey: { ...tableDefinition.partitionKey, type: AttributeType.STRING },
      sortKey: { ...tableDefinition.sortKey, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType[tableDefinition.stream],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const bucket = (name: string, versioned: boolean, more: BucketProps = {}): Bucket =>
      new Bucket(this, name, {
        ...more,
        versioned,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        encryption: BucketEncryption.S3_MANAGED,
        enforceSSL: true,
        removalPolicy: RemovalPolicy.RETAIN,
      });
    const files = bucket('Files', true);
    // Not versioned: an erasure removes the sealed original for good, and no older version must outlive it.
    const uploads = bucket('Uploads', false);
    // Neither are their keys, which lie apart from them (lib/adapters/files/sealed-files.ts).
    const uploadKeys = bucket('UploadKeys', false);
    // Apart from the table, whose owner could otherwise cut a book short and its head with it.
    const heads = bucket('Heads', true);
    // What the public log once said stays, whoever has which rights: no version can be removed before its time.
    const logTiles = bucket('LogTiles', true, {
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(tilesLockedDays)),
    });
    // Its head moves on, by conditional puts; former ones stay as versions.
    const logHeads = bucket('LogHeads', true);
    const pullSteps = bucket('PullSteps', false, { lifecycleRules: [{ expiration: Duration.days(stepsKeptDays) }] });
    const key = (name: string, keySpec: KeySpec, keyUsage: KeyUsage, description: string): Key =>
      new Key(this, name, { keySpec, keyUsage, description, removalPolicy: RemovalPolicy.RETAIN });
    // Another one than the stack’s where the operator names it: of another account, whose holder can take the right to sign back.
    const signing = (name: keyof typeof signingKeys): string => {
      const given = keyParameter(this, name);
      const isOwn = new CfnCondition(this, `Own${name}`, { expression: Fn.conditionEquals(given, '') });
      const { spec, description } = signingKeys[name];
      const own = key(name, spec, KeyUsage.SIGN_VERIFY, description);
      (own.node.defaultChild as CfnKey).cfnOptions.condition = isOwn;
      return Fn.conditionIf(isOwn.logicalId, own.keyArn, given).toString();
    };
    const [statementKey, logKey] = [signing('StatementKey'), signing('LogKey')];
    let registrarKeyArn: string | null = null;
    // Made where the first function needs it.
    const registrarKey = (): string => (registrarKeyArn ??= signing('RegistrarKey'));
    const mac = [KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC] as const;
    const linkKey = key('LinkKey', ...mac, 'Makes and checks auditor links');
    const sessionKey = key('SessionKey', ...mac, 'Makes the key of session cookies');
    const kept = {
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    } as const;
    const fifo = { ...kept, fifo: true } as const;
    const dead = new Queue(this, 'InboxDead', { ...fifo, retentionPeriod: Duration.days(14) });
    this.inbox = new Queue(this, 'Inbox', {
      ...fifo,
      visibilityTimeout: Duration.seconds(6 * functionTimeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    });
    // One group, hence one sequencer at a time; the swap of the head is the net below it.
    const deadLog = new Queue(this, 'LogDead', { ...fifo, retentionPeriod: Duration.days(14) });
    this.log = new Queue(this, 'Log', {
      ...fifo,
      visibilityTimeout: Duration.seconds(6 * longTimeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLog, maxReceiveCount: 5 },
    });
    const mailSender = (): string => mailFromParameter(this);
    // No FIFO: a delay of its own for each message, and the order does not matter.
    const deadPulls = new Queue(this, 'PullsDead', { ...kept, retentionPeriod: Duration.days(14) });
    this.pulls = new Queue(this, 'Pulls', {
      ...kept,
      visibilityTimeout: Duration.seconds(6 * longTimeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadPulls, maxReceiveCount: 5 },
    });
    const whole = (of: Bucket): readonly string[] => [of.bucketArn, of.arnForObjects('*')];
    this.#arns = {
      table: [this.table.tableArn],
      files: whole(files),
      uploads: whole(uploads),
      uploadKeys: whole(uploadKeys),
      heads: whole(heads),
      pullSteps: whole(pullSteps),
      pullQueue: [this.pulls.queueArn],
      statementKey: [statementKey],
      get registrarKey() {
        return [registrarKey()];
      },
      logKey: [logKey],
      logTiles: whole(logTiles),
      logHeads: whole(logHeads),
      logQueue: [this.log.queueArn],
      linkKey: [linkKey.keyArn],
      sessionKey: [sessionKey.keyArn],
      inbox: [this.inbox.queueArn],
      mailFrom: [Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
    };
    this.#names = {
      table: this.table.tableName,
      files: files.bucketName,
      uploads: uploads.bucketName,
      uploadKeys: uploadKeys.bucketName,
      heads: heads.bucketName,
      pullSteps: pullSteps.bucketName,
      pullQueue: this.pulls.queueUrl,
      statementKey,
      // KMS takes a key of another account by its ARN alone.
      get registrarKey() {
        return registrarKey();
      },
      logKey,
      logTiles: logTiles.bucketName,
      logHeads: logHeads.bucketName,
      logQueue: this.log.queueUrl,
      linkKey: linkKey.keyId,
      sessionKey: sessionKey.keyId,
      inbox: this.inbox.queueUrl,
      // Made where the first function needs it.
      get mailFrom() {
        return mailSender();
      },
    };
  }

  /** Gives exactly these actions on exactly these holdings, or parts of them. */
  grant(grantee: IGrantable, rights: readonly Right[]): void {
    for (const right of rights) {
      const statement = new PolicyStatement({ actions: [...right.actions], resources: [...this.#arns[right.on]] });
      statement.addConditions(conditionsOf(right));
      if (right.asSender) statement.addCondition('StringEquals', { 'ses:FromAddress': this.#names[right.on] });
      grantee.grantPrincipal.addToPrincipalPolicy(statement);
    }
  }

  /** @returns the settings by which the assembly finds what was granted, e.g. `COMMUNS_STATEMENT_KEY` */
  settings(rights: readonly Right[]): Record<string, string> {
    const settingName = (on: Holding): string => `COMMUNS_${on.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
    return Object.fromEntries(rights.map(({ on }) => [settingName(on), this.#names[on]]));
  }
}
