// The middy stack: payload 2.0 events in, the endpoint's answer or a problem out.
import middy, { type MiddlewareObj } from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { Refusal } from '../model/refusal.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type Answer, toResult } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { readDelivery, readInput } from './form-input.ts';
import { chooseLanguage, languageCookie } from './language.ts';
import { faultLine, type Problem, problemResult, toProblem } from './problem.ts';
import { findRoute } from './route.ts';
import { withSecurityHeaders } from './security-headers.ts';
import {
  cookieValue,
  hasSession,
  noSessionCookie,
  type RunMarks,
  readSession,
  requireAudience,
  requireFormToken,
  sessionCookie,
  sessionSeconds,
  staleForm,
  type Visitor,
} from './session.ts';

/** What the stack needs from whoever assembles it (the cloud or the local runner). */
export interface EdgeSettings {
  /** Made at the first call, kept by the assembly. */
  readonly ports: () => Promise<Ports>;
  /** HMAC key of cookies and form tokens, 32 bytes. */
  readonly sessionKey: () => Promise<Uint8Array>;
  /** The page that a browser sees instead of problem+json. */
  readonly renderProblem: (problem: Problem, visitor: Visitor) => string;
  readonly log: (line: string) => void;
  /** False on 127.0.0.1 only: cookies then go without `Secure`. */
  readonly secure: boolean;
  readonly run: RunMarks;
}

type Result = APIGatewayProxyStructuredResultV2;
/** As Lambda calls it; the local server calls it the same way. */
export type EdgeHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Result>;

const askedLanguage = (event: APIGatewayProxyEventV2): string | null =>
  new URLSearchParams(event.rawQueryString).get('lang');

const languageOf = (event: APIGatewayProxyEventV2, session: Language | null): Language =>
  chooseLanguage({
    address: askedLanguage(event),
    cookie: cookieValue(event.cookies ?? [], 'communs-language'),
    session,
    header: event.headers['accept-language'],
  });

/** @param found what the session cookie says; null = nobody is signed in */
function visitorOf(
  event: APIGatewayProxyEventV2,
  { secure, run }: EdgeSettings,
  found: ReturnType<typeof readSession>,
): Visitor {
  const { method, sourceIp } = event.requestContext.http;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  return {
    person: found?.payload.person ?? null,
    name: found?.payload.name ?? null,
    roles: found?.payload.roles ?? [],
    language: languageOf(event, found?.payload.language ?? null),
    csrf: found?.csrf ?? '',
    path: method === 'POST' ? null : `${event.rawPath}${query}`,
    origin: `${secure ? 'https' : 'http'}://${event.headers.host ?? event.requestContext.domainName}`,
    address: sourceIp,
    run,
  };
}

async function whoAsks(event: APIGatewayProxyEventV2, settings: EdgeSettings): Promise<Visitor> {
  if (!hasSession(event.cookies ?? [], settings.secure)) return visitorOf(event, settings, null);
  const { clock } = await settings.ports();
  const key = await settings.sessionKey();
  return visitorOf(event, settings, readSession(event.cookies ?? [], key, settings.secure, clock.now()));
}

/**
 * A POST from another site is refused even where nobody is signed in (sign-in forms). Not by Origin: under our
 * `no-referrer` a browser sends `Origin: null` with its own forms (Fetch, "append a request Origin header").
 */
function requireOwnSite(event: APIGatewayProxyEventV2): void {
  const site = event.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw staleForm();
}

/** @returns the Set-Cookie headers of an answer: who is signed in from now on, and the language asked for */
async function cookiesOf(
  answer: Answer,
  event: APIGatewayProxyEventV2,
  { language }: Visitor,
  { ports, sessionKey, secure }: EdgeSettings,
): Promise<string[]> {
  const cookies: string[] = [];
  const session = 'redirect' in answer ? answer.session : undefined;
  if (session === null) cookies.push(noSessionCookie(secure));
  else if (session !== undefined) {
    const exp = Math.floor((await ports()).clock.now() / 1000) + sessionSeconds;
    cookies.push(sessionCookie({ ...session, language, exp }, await sessionKey(), secure));
  }
  const remember = languageCookie(askedLanguage(event), secure);
  return remember === null ? cookies : [...cookies, remember];
}

async function answerOf(
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string>>,
  event: APIGatewayProxyEventV2,
  visitor: Visitor,
  settings: EdgeSettings,
): Promise<Answer> {
  if (endpoint.capBytes !== null) {
    // A machine has no page of ours: its signature stands for session, site and token.
    const delivery = readDelivery(event, endpoint.capBytes);
    return endpoint.answer(await settings.ports(), parameters, visitor, delivery);
  }
  if (endpoint.method === 'POST') requireOwnSite(event);
  const { csrf, input } = await readInput(event, parameters);
  if (endpoint.method === 'POST') requireFormToken(visitor, csrf);
  return endpoint.answer(await settings.ports(), input, visitor, null);
}

async function answer(
  endpoints: readonly Endpoint[],
  event: APIGatewayProxyEventV2,
  settings: EdgeSettings,
): Promise<Result> {
  const { method } = event.requestContext.http;
  const { endpoint, parameters } = findRoute(endpoints, method, event.rawPath);
  const visitor = await whoAsks(event, settings);
  requireAudience(visitor, endpoint.audience);
  const said = await answerOf(endpoint, parameters, event, visitor, settings);
  const result = toResult(said);
  return {
    ...result,
    headers: { ...result.headers, 'content-language': visitor.language },
    cookies: await cookiesOf(said, event, visitor, settings),
    body: method === 'HEAD' ? '' : (result.body ?? ''),
  };
}

/** The route as declared, never the address as sent: that may hold an auditor's link. */
function routeName(endpoints: readonly Endpoint[], event: APIGatewayProxyEventV2): string {
  try {
    const { endpoint } = findRoute(endpoints, event.requestContext.http.method, event.rawPath);
    return `${endpoint.method} ${endpoint.path}`;
  } catch {
    return 'none';
  }
}

/** A page that cannot be rendered must not hide the problem: then it goes as JSON. */
function pageOf(problem: Problem, visitor: Visitor, settings: EdgeSettings): string | null {
  try {
    return settings.renderProblem(problem, visitor);
  } catch (error) {
    settings.log(faultLine(error, problem.requestId, 'problem page'));
    return null;
  }
}

function withProblems(
  endpoints: readonly Endpoint[],
  settings: EdgeSettings,
): MiddlewareObj<APIGatewayProxyEventV2, Result> {
  return {
    // It sets the response and returns nothing: a returned one would end the stack before the security headers.
    onError: async (request) => {
      const { event, error } = request;
      const { requestId } = event.requestContext;
      if (!(error instanceof Refusal)) settings.log(faultLine(error, requestId, routeName(endpoints, event)));
      // Whatever failed may fail here too: the problem is told all the same, as to nobody.
      const visitor = await whoAsks(event, settings).catch(() => visitorOf(event, settings, null));
      const { language } = visitor;
      const problem = toProblem(error, language, requestId);
      const wantsPage = (event.headers.accept ?? '').includes('text/html');
      request.response = problemResult(problem, error, language, wantsPage ? pageOf(problem, visitor, settings) : null);
    },
  };
}

/** One handler for a list of endpoints: one audience in the cloud, all of them locally. */
export function edgeHandler(endpoints: readonly Endpoint[], settings: EdgeSettings): EdgeHandler {
  const stack = middy<APIGatewayProxyEventV2, Result>()
    .use(withSecurityHeaders())
    .use(httpHeaderNormalizer())
    .use(withProblems(endpoints, settings))
    .handler((event: APIGatewayProxyEventV2) => answer(endpoints, event, settings));
  return async (event, context) => await stack(event, context);
}
