// The one place that knows HTTP codes: a refusal becomes problem details (RFC 9457), a fault a bare 500.
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal, type RefusalCode } from '../model/refusal.ts';
import { type FieldProblem, RefusalWithProblems } from '../model/refusal-with-problems.ts';
import type { Bilingual, Language } from '../model/text.ts';
import { MethodNotAllowed } from './route.ts';

/** The answer is no, by default: the request was understood and cannot be carried out (422). */
const statuses: Partial<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  'webhook-refused': 401,
  'not-allowed': 403,
  'not-a-signatory': 403,
  'own-hours': 403,
  'own-employer': 403,
  'same-person': 403,
  'stale-form': 403,
  'method-not-allowed': 405,
  'already-decided': 409,
  'already-posted-otherwise': 409,
  'books-moved': 409,
  'not-prepared': 409,
  'receipt-not-certified': 409,
  'receipt-not-possible': 409,
  'receipt-incomplete': 409,
  'period-already-stated': 409,
  'used-by-statement': 409,
  'identity-held-by-another': 409,
  'too-large': 413,
  'unsupported-body': 415,
  'repository-unreachable': 502,
  'forge-unreachable': 502,
  'mail-not-sent': 502,
  'mail-not-set-up': 503,
  'proof-expired': 409,
  'too-many-tries': 429,
  'ledger-busy': 503,
  'signing-key-retired': 503,
  'invalid-settings': 503,
  'data-directory-not-writable': 503,
  'engine-missing': 503,
  'git-missing': 503,
};

/** What does not exist is 404, whatever it is: `unknown-…` names it. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? (code.startsWith('unknown-') ? 404 : 422);

const titles: Readonly<Record<number, Bilingual>> = {
  401: { fr: 'Connexion nécessaire', en: 'Sign-in needed' },
  403: { fr: 'Accès refusé', en: 'Not allowed' },
  404: { fr: 'Introuvable', en: 'Not found' },
  405: { fr: 'Méthode non permise', en: 'Method not allowed' },
  409: { fr: 'Les choses ont changé entre-temps', en: 'Things have changed meanwhile' },
  413: { fr: 'Trop volumineux', en: 'Too large' },
  415: { fr: 'Format non pris en charge', en: 'Unsupported format' },
  422: { fr: 'Demande refusée', en: 'Request refused' },
  429: { fr: 'Trop d’essais', en: 'Too many tries' },
  500: { fr: 'Panne de notre côté', en: 'A fault on our side' },
  502: { fr: 'Une source extérieure ne répond pas', en: 'An outside source does not answer' },
  503: { fr: 'Momentanément indisponible', en: 'Unavailable for a moment' },
};

/** What a page or a JSON body shows of a problem: nothing of causes, stacks, or what was received. */
export interface Problem {
  readonly status: number;
  readonly code: RefusalCode | 'fault';
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly (Omit<FieldProblem, 'detail'> & { readonly detail: string })[];
}

const faultDetail = (requestId: string): Bilingual => ({
  fr: `Rien de ce que vous avez envoyé n’est en cause. Réessayez ; si cela se répète, donnez ce numéro : ${requestId}.`,
  en: `Nothing that you sent is at fault. Try again; if it happens again, quote this number: ${requestId}.`,
});

/** @returns what may be shown of anything thrown */
export function toProblem(error: unknown, language: Language, requestId: string): Problem {
  const refusal = error instanceof Refusal ? error : null;
  const status = refusal === null ? 500 : statusOf(refusal.code);
  const problems = error instanceof RefusalWithProblems ? error.problems : [];
  return {
    status,
    code: refusal?.code ?? 'fault',
    title: (titles[status] ?? titles[422]!)[language],
    detail: (refusal?.detail ?? faultDetail(requestId))[language],
    requestId,
    errors: problems.map((problem) => ({ ...problem, detail: problem.detail[language] })),
  };
}

/** @param page the HTML for a browser, or null for problem+json */
export function problemResult(
  problem: Problem,
  error: unknown,
  language: Language,
  page: string | null,
): APIGatewayProxyStructuredResultV2 {
  const { status, code, title, detail, requestId, errors } = problem;
  const headers: Record<string, string> = { 'content-language': language };
  if (error instanceof MethodNotAllowed) headers.allow = error.allow.join(', ');
  if (status === 503) headers['retry-after'] = '2';
  if (page !== null) {
    return { statusCode: status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: page };
  }
  const body = {
    // The section of that code in docs/problems.md, as served beside the programme.
    type: `/problems#${code}`,
    title,
    status,
    detail,
    code,
    requestId,
    ...(errors.length === 0 ? {} : { errors }),
  };
  return {
    statusCode: status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify(body),
  };
}

/**
 * One log line about a fault: names and places in our code. The message is left out, for libraries put what they
 * were given into it (a name, a salary, a token); so is the path, which can be an auditor's link.
 */
export function faultLine(error: unknown, requestId: string, route: string): string {
  const chain: { name: string; frames: string[] }[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 5; at = at.cause) {
    const frames = (at.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    chain.push({ name: at.name, frames: frames.map((frame) => frame.trim()).slice(0, 12) });
  }
  return JSON.stringify({ level: 'fault', requestId, route, chain });
}
