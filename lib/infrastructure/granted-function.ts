// One Lambda function with a role of its own: its log, and the rights of the ports that it declares.
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { PortName } from '../edge/endpoint.ts';
import { type Right, rightsOf } from './grants.ts';
import {
  accountSettings,
  forgeSettings,
  formerKeySettings,
  installationSettings,
  logSettings,
  sealSettings,
  webhookSettings,
} from './installation-settings.ts';
import { functionTimeout, type Storage } from './storage.ts';

export interface GrantedFunctionProps {
  readonly code: Code;
  readonly storage: Storage;
  readonly need: Iterable<PortName>;
  /** Rights that no port stands for: the key of session cookies. */
  readonly alsoGranted?: readonly Right[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Absent = as long as somebody waits for a page. */
  readonly timeout?: Duration;
}

export class GrantedFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: GrantedFunctionProps) {
    super(scope, id);
    const need = new Set(props.need);
    const rights = [...rightsOf(need), ...(props.alsoGranted ?? [])];
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // No managed policy: AWSLambdaBasicExecutionRole may write to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    props.storage.grant(role, rights);
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: 'index.handler',
      // One whole core comes with it, less with less: what a statement says and shows is worked out while somebody waits for a page.
      memorySize: 1769,
      timeout: props.timeout ?? functionTimeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        ...props.storage.settings(rights),
        ...(need.has('installation') || need.has('seal') ? installationSettings(this) : {}),
        ...(need.has('seal') ? sealSettings(this) : {}),
        ...(rights.some(({ on }) => on === 'statementKey' || on === 'logKey') ? formerKeySettings(this) : {}),
        ...(need.has('forgeKeys') || need.has('forgeLogin') ? accountSettings(this) : {}),
        ...(need.has('forge') ? forgeSettings(this) : {}),
        ...(need.has('timeStamps') || need.has('witnesses') ? logSettings(this) : {}),
        ...(need.has('webhooks') ? webhookSettings(this) : {}),
        ...props.settings,
      },
    });
  }
}
