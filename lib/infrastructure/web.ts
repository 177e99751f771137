// The HTTP API and one function per audience, made from the endpoints' own declarations.
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Endpoint } from '../edge/endpoint.ts';
import type { Audience } from '../edge/session.ts';
import { GrantedFunction } from './granted-function.ts';
import type { Right } from './grants.ts';
import type { Storage } from './storage.ts';

/** Every function reads sessions; none of them needs a port for that. */
const sessions: Right = { on: 'sessionKey', actions: ['kms:GenerateMac'] };

/** No path and no address: the path of an auditor's link opens a statement's page. */
const accessLogLine = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
  }),
);

/** @throws Error if one path is for two audiences: HEAD and wrong methods would then be answered by the wrong one */
export function pathsByAudience(endpoints: readonly Endpoint[]): ReadonlyMap<Audience, readonly string[]> {
  const audiences = new Map<string, Audience>();
  for (const { path, audience } of endpoints) {
    if ((audiences.get(path) ?? audience) !== audience) throw new Error(`${path} is declared for two audiences`);
    audiences.set(path, audience);
  }
  const grouped = Map.groupBy(audiences, ([, audience]) => audience);
  return new Map([...grouped].map(([audience, some]) => [audience, some.map(([path]) => path).sort()]));
}

export interface WebProps {
  readonly storage: Storage;
  readonly endpoints: readonly Endpoint[];
  readonly codeOf: (entry: string) => Code;
}

export class Web extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { storage, endpoints, codeOf }: WebProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogLine },
    });
    for (const [audience, paths] of pathsByAudience(endpoints)) {
      const own = endpoints.filter((endpoint) => endpoint.audience === audience);
      const { function: handler } = new GrantedFunction(this, `${audience[0]?.toUpperCase()}${audience.slice(1)}`, {
        code: codeOf(audience),
        storage,
        need: own.flatMap((endpoint) => endpoint.need),
        alsoGranted: [sessions],
      });
      const integration = new HttpLambdaIntegration(`${audience}-integration`, handler);
      // ANY: HEAD and wrong methods are answered in words by the function that has the path.
      for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
      // Assets, and the page that says that there is none.
      if (audience === 'public') {
        new HttpRoute(this, 'Otherwise', { httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration });
      }
    }
    new CfnOutput(this, 'Address', { value: this.api.apiEndpoint });
  }
}
