// Headers that every answer carries: it is kept nowhere, framed by nobody, and loads nothing from elsewhere.
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** Pages name people: nothing of an answer is kept by a browser or on the way. */
const answerHeaders = { 'cache-control': 'no-store', ...securityHeaders } as const;

/** After the answer and after a problem alike, so it is the outermost of the stack. */
export function withSecurityHeaders(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const add = (request: { response: APIGatewayProxyStructuredResultV2 | null | undefined }): void => {
    if (request.response) request.response.headers = { ...request.response.headers, ...answerHeaders };
  };
  return { after: add, onError: add };
}
