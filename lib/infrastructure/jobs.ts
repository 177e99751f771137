// One function per job, all from one bundle, each with the rights of its own ports, woken by schedule, inbox, queue of pulls or stream.
import { Duration } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { partitionsOf } from '../adapters/store/table-definition.ts';
import type { Job } from '../edge/job.ts';
import { GrantedFunction } from './granted-function.ts';
import { longTimeout, type Storage } from './storage.ts';

/** Of the pulls: forges allow few at once, and each runner of ours asks one request at a time. */
const pullsAtOnce = 2;

export interface JobsProps {
  readonly storage: Storage;
  readonly jobs: readonly Job[];
  readonly codeOf: (entry: string) => Code;
}

export class Jobs extends Construct {
  constructor(scope: Construct, id: string, { storage, jobs, codeOf }: JobsProps) {
    super(scope, id);
    for (const { name, trigger, need } of jobs) {
      const granted = new GrantedFunction(this, name, {
        code: codeOf('jobs'),
        storage,
        need,
        settings: { COMMUNS_JOB: name },
        ...(trigger.kind === 'facts' || trigger.kind === 'inbox' ? {} : { timeout: longTimeout }),
      });
      if (trigger.kind === 'schedule') {
        new Schedule(granted, 'Schedule', {
          schedule: ScheduleExpression.expression(trigger.expression),
          target: new LambdaInvoke(granted.function, { retryAttempts: 3 }),
        });
      } else if (trigger.kind === 'inbox' || trigger.kind === 'log') {
        granted.function.addEventSource(
          new SqsEventSource(storage[trigger.kind], { batchSize: 10, reportBatchItemFailures: true }),
        );
      } else if (trigger.kind === 'pulls') {
        granted.function.addEventSource(
          new SqsEventSource(storage.pulls, {
            batchSize: 1,
            maxConcurrency: pullsAtOnce,
            reportBatchItemFailures: true,
          }),
        );
      } else {
        storage.table.grantStreamRead(granted.function);
        // The views are repeatable and catch up by themselves, so a wake that fails for a day is let go.
        new EventSourceMapping(granted, 'Facts', {
          target: granted.function,
          eventSourceArn: storage.table.tableStreamArn ?? '',
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 100,
          bisectBatchOnError: true,
          // Views and names change the table as well; only a new fact is worth waking up for.
          filters: [
            FilterCriteria.filter({
              eventName: FilterRule.isEqual('INSERT'),
              dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(partitionsOf.facts) } } },
            }),
          ],
          maxRecordAge: Duration.hours(24),
        });
      }
    }
  }
}
