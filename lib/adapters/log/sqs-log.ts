// Who wakes the sequencer in the cloud: an SQS FIFO queue with one group, so that one sequencer at a time does the work.
import { randomUUID } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { canonicalText } from '../../ledger/canonical.ts';
import type { LogQueue } from '../../ports/log.ts';

const group = 'log';

export function sqsLog(QueueUrl: string): LogQueue {
  const sqs = new SQSClient({});
  return {
    ask: async (book) => {
      const MessageBody = canonicalText({ book });
      // Each by itself: a fact that comes just after another of its book must not be taken for the same message.
      const MessageDeduplicationId = randomUUID();
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageDeduplicationId, MessageGroupId: group }));
    },
  };
}
