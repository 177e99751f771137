// The page of a problem: what is wrong, where, and what to do next. Nothing of causes, stacks, or what was received.
import { type ComponentChild, h } from 'preact';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { errorSummary } from './parts/error-summary.ts';
import { facts, section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { problemWords } from './words/problem.ts';

/** The members of problem details (RFC 9457) that a page shows; the edge's own fits. */
export interface ProblemView {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly {
    readonly detail: string;
    /** JSON pointer into the input, e.g. `/year`. */
    readonly pointer: string;
    readonly row?: number;
    readonly column?: string;
  }[];
}

type Words = Readonly<Record<keyof typeof problemWords, string>>;

function place({ row, column }: ProblemView['errors'][number], t: Words): string {
  const parts = [
    row === undefined ? [] : `${t.row} ${row}`,
    column === undefined ? [] : `${t.column} ${column}`,
  ].flat();
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function wayOn({ status }: ProblemView, { path }: Frame, t: Words): ComponentChild {
  // An auditor has no account: the way back is her link, as the problem says.
  if (status === 401 && path?.startsWith('/auditor/')) return null;
  const next = path === null ? '' : `?next=${encodeURIComponent(path)}`;
  if (status === 401) return safeLink(`${addresses.signIn}${next}`, t.signIn, { class: 'button' });
  if (status === 404) return null;
  if (status === 403 || status === 409) return t.reload;
  return status >= 500 ? t.later : t.again;
}

export function renderProblem(view: ProblemView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, problemWords);
  const { code, title, detail, requestId, errors } = view;
  const links = errors.map((error) => {
    const field = error.pointer.slice(1);
    const text = `${field === '' ? '' : `${field} – `}${error.detail}${place(error, t)}`;
    return { href: null, text };
  });
  const way = wayOn(view, frame, t);
  return page(
    frame,
    { title, isError: true },
    h('p', { class: 'lead' }, detail),
    errorSummary(language, links),
    section('next', t.next, way === null ? null : h('p', null, way), h('p', null, safeLink(addresses.home, t.home))),
    facts([
      [t.code, h('code', null, code)],
      [t.request, h('code', null, requestId)],
    ]),
  );
}
