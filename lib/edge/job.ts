// One declaration per job: what wakes it, the ports it needs, what it does. The cloud wakes it by event, the embedded run by call.
import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Ports } from '../ports.ts';
import { pickPorts } from './endpoint.ts';
import { parseInput } from './invalid-input.ts';
import { faultLine } from './problem.ts';

export type Trigger =
  /** An EventBridge schedule, e.g. `rate(1 day)`. */
  | { readonly kind: 'schedule'; readonly expression: string }
  /** The FIFO inbox, one group per book. */
  | { readonly kind: 'inbox' }
  /** The queue of pulls: one repository a message. */
  | { readonly kind: 'pulls' }
  /** The FIFO queue of the log, one group: books whose facts are to enter it. */
  | { readonly kind: 'log' }
  /** New facts of the table's stream. */
  | { readonly kind: 'facts' };

/** What a job is woken with: a book (null for a schedule, a pull and the log) and the messages that came for it, in order. */
export interface Wake<Message> {
  readonly book: string | null;
  readonly messages: readonly Message[];
}

export interface JobDeclaration<Need extends readonly (keyof Ports)[], Schema extends z.ZodType> {
  readonly name: string;
  readonly trigger: Trigger;
  readonly need: Need;
  /** Of one message of a queue; a schedule and the stream bring none. */
  readonly message: Schema;
  /** Repeatable: every wake may come twice. */
  readonly run: (ports: Pick<Ports, NoInfer<Need>[number]>, wake: Wake<z.output<NoInfer<Schema>>>) => Promise<void>;
}

export interface Job {
  readonly name: string;
  readonly trigger: Trigger;
  readonly need: readonly (keyof Ports)[];
  /** @throws RefusalWithProblems `invalid-input` for what is no message of this job */
  readonly requireReadable: (message: unknown) => void;
  readonly wake: (ports: Ports, book: string | null, messages: readonly unknown[]) => Promise<void>;
}

/** Importing a file that calls this has no effect. */
export function job<const Need extends readonly (keyof Ports)[], Schema extends z.ZodType>(
  declaration: JobDeclaration<Need, Schema>,
): Job {
  const { name, trigger, need, message, run } = declaration;
  return {
    name,
    trigger,
    need,
    requireReadable: (raw) => void parseInput(message, raw),
    wake: (ports, book, messages) =>
      run(pickPorts(ports, need), { book, messages: messages.map((raw) => parseInput(message, raw)) }),
  };
}

export interface JobSettings {
  readonly ports: () => Promise<Ports>;
  readonly log: (line: string) => void;
  /** Which book a new fact of the stream belongs to, by its partition key; null for what is no fact. */
  readonly bookOfPartition: (partitionKey: string) => string | null;
}

type Group = readonly [book: string | null, records: readonly SQSRecord[]];

/** One book after the other; in one book the order of arrival. */
const booksOf = ({ Records }: SQSEvent): Group[] => [
  ...Map.groupBy(Records, (record) => record.attributes.MessageGroupId ?? ''),
];

/** All of them together: one append to the log takes them all. */
const logOf = ({ Records }: SQSEvent): Group[] => [[null, Records]];

/** Each message alone: a repository that does not answer gives back no other. */
const pullsOf = ({ Records }: SQSEvent): Group[] => Records.map((record) => [null, [record]]);

/**
 * A failed group is given back whole, so order is kept; what does not read, alone: it never will, and whoever is given back too often is
 * set aside.
 */
async function runQueue(job: Job, groups: readonly Group[], settings: JobSettings): Promise<SQSBatchResponse> {
  const ports = await settings.ports();
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const giveBack = (error: unknown, records: readonly SQSRecord[]): void => {
    settings.log(faultLine(error, records[0]?.messageId ?? '', `job ${job.name}`));
    batchItemFailures.push(...records.map((record) => ({ itemIdentifier: record.messageId })));
  };
  for (const [book, records] of groups) {
    const readable: { readonly record: SQSRecord; readonly message: unknown }[] = [];
    for (const record of records) {
      try {
        const message: unknown = JSON.parse(record.body);
        job.requireReadable(message);
        readable.push({ record, message });
      } catch (error) {
        giveBack(error, [record]);
      }
    }
    if (readable.length === 0) continue;
    const messages = readable.map(({ message }) => message);
    try {
      await job.wake(ports, book, messages);
    } catch (error) {
      const taken = readable.map(({ record }) => record);
      giveBack(error, taken);
    }
  }
  return { batchItemFailures };
}

async function runFacts(job: Job, event: DynamoDBStreamEvent, settings: JobSettings): Promise<void> {
  const ports = await settings.ports();
  // The stream brings keys only: values, such as the keys of salts, are for whoever was granted them.
  const keys = event.Records.map((record) => record.dynamodb?.Keys?.pk?.S ?? '');
  const books = new Set(keys.map(settings.bookOfPartition).filter((book) => book !== null));
  for (const book of books) await job.wake(ports, book, []);
}

/** The Lambda handler of one job. A fault is thrown, and the queue or stream wakes it again. */
export function jobHandler(job: Job, settings: JobSettings): (event: unknown) => Promise<SQSBatchResponse | undefined> {
  return async (event) => {
    if (job.trigger.kind === 'inbox') return runQueue(job, booksOf(event as SQSEvent), settings);
    if (job.trigger.kind === 'log') return runQueue(job, logOf(event as SQSEvent), settings);
    if (job.trigger.kind === 'pulls') return runQueue(job, pullsOf(event as SQSEvent), settings);
    if (job.trigger.kind === 'facts') await runFacts(job, event as DynamoDBStreamEvent, settings);
    else await job.wake(await settings.ports(), null, []);
    return undefined;
  };
}
