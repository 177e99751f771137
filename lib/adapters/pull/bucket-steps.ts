// Steps of pulls in an S3 bucket of their own, whose lifecycle takes away what nobody came back for.
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { PullSteps } from '../../ports/pulls.ts';
import { bucketBlobs } from '../files/bucket-blobs.ts';
import { checkedStep } from './step-name.ts';

export function bucketSteps(s3: S3Client, Bucket: string): PullSteps {
  const blobs = bucketBlobs(s3, Bucket);
  const nameOf = (run: string, step: string): string => `${checkedStep(run)}/${checkedStep(step)}`;
  return {
    put: (run, step, bytes) => blobs.putIfAbsent(nameOf(run, step), bytes),
    get: (run, step) => blobs.get(nameOf(run, step)),
    clear: async (run) => {
      const names: string[] = [];
      const asked = { Bucket, Prefix: `${checkedStep(run)}/` };
      for await (const { Contents } of paginateListObjectsV2({ client: s3 }, asked)) {
        for (const { Key } of Contents ?? []) if (Key !== undefined) names.push(Key);
      }
      for (const name of names) await blobs.remove(name);
    },
  };
}
