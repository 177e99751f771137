// HTTP as anyone can read it: requests and what must come back, in order, as a small text.
//
//   # why                                  a comment
//   as hr                                  who asks from here on: nobody, or somebody of the portal
//   GET /hr/timesheets?year=2025           a request line; then headers `name: value` and form fields `name=value`
//   @file alba.csv                         what follows, up to the answer, is the content of an uploaded file
//   @body                                  what follows, up to the answer, is the body as it is
//   => 303                                 its status; then headers, `~ text` that the body has, `! text` that it has not,
//   location: {page}                       `{name}` is filled in where it is known, and learned where it is not
import { expect } from 'vitest';
import type { Answered, Asked, Portal, Who } from '../functions/portal.ts';

interface Step {
  readonly line: number;
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly form: Record<string, string | readonly string[]>;
  /** Without a name: the body. */
  file: { readonly name: string | null; readonly lines: string[] } | null;
  status: number;
  readonly expected: { readonly line: number; readonly text: string }[];
}

const looksLikeHeader = (text: string): boolean => /^[a-z][a-z0-9-]*: /.test(text);

/** @throws Error that names the line it cannot read */
export function parseScript(text: string): Step[] {
  const steps: Step[] = [];
  let who = 'nobody';
  let step: Step | null = null;
  let isAnswer = false;
  for (const [i, raw] of text.split('\n').entries()) {
    const line = i + 1;
    if (step?.file && !isAnswer && !raw.startsWith('=> ')) {
      step.file.lines.push(raw);
      continue;
    }
    const read = raw.trim();
    if (read === '' || read.startsWith('#')) continue;
    const request = /^(GET|HEAD|POST|DELETE) (\S+)$/.exec(read);
    if (read.startsWith('as ')) who = read.slice(3);
    else if (request !== null) {
      const [, method = '', path = ''] = request;
      step = { line, who, method, path, headers: {}, form: {}, file: null, status: 0, expected: [] };
      steps.push(step);
      isAnswer = false;
    } else if (step === null) throw new Error(`line ${line}: nothing was asked yet`);
    else if (read.startsWith('=> ')) {
      step.status = Number(read.slice(3));
      isAnswer = true;
    } else if (isAnswer) step.expected.push({ line, text: read });
    else if (read === '@body') step.file = { name: null, lines: [] };
    else if (read.startsWith('@file ')) step.file = { name: read.slice(6), lines: [] };
    else if (looksLikeHeader(read)) step.headers[read.split(': ')[0]!] = read.slice(read.indexOf(': ') + 2);
    else if (read.includes('=')) {
      const [name = '', value = ''] = [read.slice(0, read.indexOf('=')), read.slice(read.indexOf('=') + 1)];
      const before = step.form[name];
      step.form[name] = before === undefined ? value : [before, value].flat();
    } else throw new Error(`line ${line}: neither a header nor a field`);
  }
  return steps;
}

type Known = Map<string, string>;

const filled = (text: string, known: Known): string =>
  text.replaceAll(/\{(\w+)\}/g, (all, name) => known.get(name) ?? all);

/** Compares, and learns what `{name}` stands for where it is not known yet. */
function learn(expected: string, got: string, known: Known, where: string): void {
  const names: string[] = [];
  const pattern = filled(expected, known)
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return '([^"<>\\s]+)';
    })
    .join('');
  const isHeader = where.includes('header');
  const found = new RegExp(isHeader ? `^${pattern}$` : pattern).exec(got);
  const seen = isHeader ? got : 'not in the body';
  expect(found === null ? `${where}: ${filled(expected, known)} | ${seen}` : '').toBe('');
  for (const [i, name] of names.entries()) known.set(name, found![i + 1]!);
}

function check({ status, expected, line }: Step, answer: Answered, known: Known): void {
  const first = answer.body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
  expect(answer.status === status ? '' : `line ${line}: ${answer.status}, not ${status}: ${first}`).toBe('');
  // As a reader sees it: narrow and hard spaces are spaces, marks of escaping are undone.
  const body = answer.body
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'");
  for (const { line: at, text } of expected) {
    if (text.startsWith('~ ')) learn(text.slice(2), body, known, `line ${at}`);
    else if (text.startsWith('! ')) {
      expect(body.includes(filled(text.slice(2), known)) ? `line ${at}: the body has ${text.slice(2)}` : '').toBe('');
    } else if (looksLikeHeader(text)) {
      const name = text.split(': ')[0]!;
      const got = name === 'set-cookie' ? answer.cookies.join('\n') : (answer.headers[name] ?? 'none');
      learn(text.slice(name.length + 2), got, known, `line ${at}, header ${name}`);
    } else throw new Error(`line ${at}: what is expected?`);
  }
}

/** `as auditor` is whoever the last answer signed in. */
async function cookieOf(portal: Portal, who: string, last: Answered | null): Promise<Who> {
  const { people, developers } = portal.a;
  const ids: Readonly<Record<string, string>> = { ...people, developer: developers[0], colleague: developers[1] };
  if (who === 'nobody') return null;
  if (who === 'auditor') return last!.cookies[0]!.split(';')[0]!;
  return portal.signIn(ids[who]!);
}

function sentBy({ file }: Step): Pick<Asked, 'file' | 'body'> {
  if (file === null) return {};
  const bytes = new TextEncoder().encode(file.lines.join('\n'));
  return file.name === null ? { body: bytes } : { file: { name: file.name, bytes } };
}

/** Runs a script on a portal of its own, in process, through the same handler as in the cloud. */
export async function runScript(portal: Portal, text: string): Promise<number> {
  const { a } = portal;
  const known: Known = new Map([
    ...Object.entries({ ...a, ...a.link, link: a.link.link, door: a.link.path }).map(
      ([k, v]) => [k, String(v)] as const,
    ),
    ['one', a.developers[0]],
    ['two', a.developers[1]],
  ]);
  const steps = parseScript(text);
  const cookies = new Map<string, Who>();
  let last: Answered | null = null;
  for (const step of steps) {
    if (!cookies.has(step.who)) cookies.set(step.who, await cookieOf(portal, step.who, last));
    const form = Object.fromEntries(
      Object.entries(step.form).map(([name, value]) => [name, [value].flat().map((each) => filled(each, known))]),
    );
    const asked: Asked = {
      ...{ method: step.method, path: filled(step.path, known) },
      headers: Object.fromEntries(Object.entries(step.headers).map(([name, value]) => [name, filled(value, known)])),
      ...(step.method === 'POST' ? { form } : {}),
      ...sentBy(step),
    };
    last = await portal.ask(cookies.get(step.who)!, asked);
    check(step, last, known);
  }
  return steps.length;
}
