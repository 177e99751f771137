// One declaration per endpoint: the stack, the local runner and the docs test read the same object.
import type * as z from 'zod';
import type { Ports } from '../ports.ts';
import type { Answer } from './answer.ts';
import { parseInput } from './invalid-input.ts';
import type { Audience, Session, Visitor } from './session.ts';

export type Method = 'GET' | 'POST';

/** A port by name: one grant. */
export type PortName = keyof Ports;

/** What an author writes. `run` sees the ports that `need` names and no other: each of them is a grant in the cloud. */
export interface EndpointDeclaration<
  Need extends readonly (keyof Ports)[],
  Schema extends z.ZodType,
  For extends Audience,
> {
  readonly method: Method;
  /** `/statements/{number}`: one segment in braces is one path parameter. */
  readonly path: string;
  readonly audience: For;
  readonly need: Need;
  /** One flat object: query, then form fields, then path parameters; uploads as `uploadedFile` of form-input.ts. */
  readonly input: Schema;
  readonly run: (
    ports: Pick<Ports, NoInfer<Need>[number]>,
    input: z.output<NoInfer<Schema>>,
    session: NoInfer<For> extends 'public' ? Visitor : Session,
  ) => Promise<Answer>;
}

/** The bytes of a machine's message, as they came: its signature is over them. */
export interface Delivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** What an author writes for machines that sign what they send: no session, no form, no token of ours. */
export interface HookDeclaration<Need extends readonly (keyof Ports)[], Schema extends z.ZodType> {
  readonly path: string;
  readonly need: Need;
  /** Of the path's parameters. */
  readonly input: Schema;
  /** Beyond it a body is refused unread. */
  readonly capBytes: number;
  readonly run: (
    ports: Pick<Ports, NoInfer<Need>[number]>,
    input: z.output<NoInfer<Schema>>,
    delivery: Delivery,
  ) => Promise<Answer>;
}

/** The same for the machinery, which cannot know each endpoint's types. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly audience: Audience;
  readonly need: readonly (keyof Ports)[];
  readonly input: z.ZodType;
  /** Null: a page's form. Else a machine's message, of so many bytes at most. */
  readonly capBytes: number | null;
  /**
   * @param delivery of a machine; null from a page
   * @throws InvalidInput before anything is run, Refusal
   */
  readonly answer: (ports: Ports, input: unknown, visitor: Visitor, delivery: Delivery | null) => Promise<Answer>;
}

/** Hands over the declared ports only, so that what is not granted is not there locally either. */
export function pickPorts<Name extends keyof Ports>(ports: Ports, names: readonly Name[]): Pick<Ports, Name> {
  const picked: Partial<Pick<Ports, Name>> = {};
  for (const name of names) picked[name] = ports[name];
  return picked as Pick<Ports, Name>;
}

/** Importing a file that calls this has no effect: ports come with each call. */
export function endpoint<
  const Need extends readonly (keyof Ports)[],
  Schema extends z.ZodType,
  const For extends Audience,
>(declaration: EndpointDeclaration<Need, Schema, For>): Endpoint {
  const { method, path, audience, need, input, run } = declaration;
  return {
    method,
    path,
    audience,
    need,
    input,
    capBytes: null,
    answer: (ports, raw, visitor) =>
      // requireAudience ran before: only a public endpoint can meet a visitor without a person.
      run(pickPorts(ports, need), parseInput(input, raw), visitor as For extends 'public' ? Visitor : Session),
  };
}

/** An endpoint for machines: anybody may call it, so what it does must rest on the signature alone. */
export function hook<const Need extends readonly (keyof Ports)[], Schema extends z.ZodType>(
  declaration: HookDeclaration<Need, Schema>,
): Endpoint {
  const { path, need, input, capBytes, run } = declaration;
  return {
    ...{ method: 'POST', path, audience: 'public', need, input, capBytes },
    answer: (ports, raw, _visitor, delivery) => {
      if (delivery === null) throw new Error(`${path}: called without a delivery`);
      return run(pickPorts(ports, need), parseInput(input, raw), delivery);
    },
  };
}
