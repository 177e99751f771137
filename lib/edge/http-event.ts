// node:http on one side, API Gateway's payload format 2.0 on the other: what the cloud does between browser and handler.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000`, as in access logs. */
function logTime(ms: number): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(new Date(ms).toISOString()) ?? [];
  return `${day}/${months[Number(month) - 1]}/${year}:${time} +0000`;
}

/** The gateway sends these as text and everything else, forms too, as base64. */
const isText = (contentType: string): boolean =>
  /^(?:text\/|application\/(?:json|xml|javascript)\b)/i.test(contentType);

/**
 * @param body all of the request's bytes
 * @param requestId named in log lines and problem details
 * @throws URIError if the path is not well encoded
 */
export function toEvent(
  request: IncomingMessage,
  body: Buffer,
  requestId: string,
  nowMs: number,
): APIGatewayProxyEventV2 {
  const [encodedPath = '/', ...query] = (request.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  // HTTP APIs hand the path over decoded, in both places; the query stays as it was sent.
  const path = decodeURIComponent(encodedPath);
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    // Cookies come in a list of their own, and not among the headers.
    if (name === 'cookie') cookies.push(...values.flatMap((value) => value.split(';').map((cookie) => cookie.trim())));
    else headers[name] = values.join(',');
  }
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  const text = isText(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString,
    headers,
    ...(cookies.length === 0 ? {} : { cookies }),
    ...(rawQueryString === '' ? {} : { queryStringParameters: parameters }),
    ...(body.length === 0 ? {} : { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: logTime(nowMs),
      timeEpoch: nowMs,
    },
  };
}

/** Writes what a handler returned, as the gateway would: a value without statusCode is the body of a 200 in JSON. */
export function writeResult(result: APIGatewayProxyResultV2, response: ServerResponse): void {
  if (typeof result === 'string' || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    return;
  }
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies !== undefined && result.cookies.length > 0) response.setHeader('set-cookie', result.cookies);
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  response.setHeader('content-length', body.length);
  response.writeHead(result.statusCode ?? 200).end(body);
}

/** What Lambda says about a call; nothing of ours reads it, middy wants one. */
export const localContext = (requestId: string): Context => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'local',
  functionVersion: '1',
  invokedFunctionArn: 'local',
  logGroupName: 'local',
  logStreamName: 'local',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
