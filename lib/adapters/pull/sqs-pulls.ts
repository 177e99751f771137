// The queue of pulls in the cloud: a message says which repository, and from when on. SQS delays by a quarter of an hour at most.
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { canonicalText } from '../../ledger/canonical.ts';
import type { Clock } from '../../ports/primitives.ts';
import type { PullQueue } from '../../ports/pulls.ts';

const longestDelaySeconds = 900;

/** A message that comes before its time is asked again by whoever gets it, so that longer waits are a chain of short ones. */
export function sqsPulls(QueueUrl: string, clock: Clock): PullQueue {
  const sqs = new SQSClient({});
  return {
    ask: async (repository, notBefore) => {
      const waitSeconds = Math.max(0, Math.ceil((notBefore - clock.now()) / 1000));
      const DelaySeconds = Math.min(waitSeconds, longestDelaySeconds);
      const MessageBody = canonicalText({ repository, notBefore });
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));
    },
  };
}
