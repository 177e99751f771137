// The inbox in the cloud: an SQS FIFO queue with one group per book, so that each book has one consumer at a time.
import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { canonicalText } from '../../ledger/canonical.ts';
import type { Inbox } from '../../ports/people.ts';

/** The body is the message itself as canonical JSON: `{ "book", "kind", "row" }`. */
export function queueInbox(QueueUrl: string): Inbox {
  const sqs = new SQSClient({});
  return {
    submit: async ({ book, kind, row }) => {
      const MessageBody = canonicalText({ book, kind, row });
      // The same row within five minutes is the same act sent again: its cause is part of it.
      const MessageDeduplicationId = createHash('sha256').update(MessageBody).digest('hex');
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageDeduplicationId, MessageGroupId: book }));
    },
  };
}
