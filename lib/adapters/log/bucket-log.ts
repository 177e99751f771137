// The log in two S3 buckets: tiles under object lock, and the head, which conditional puts move on. S3 tells versions apart by ETag.
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { LogFiles } from '../../ports/log.ts';
import { bucketBlobs } from '../files/bucket-blobs.ts';

interface Standing {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

async function standing(s3: S3Client, Bucket: string, Key: string): Promise<Standing | null> {
  try {
    const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const bytes = await Body?.transformToByteArray();
    if (bytes === undefined || ETag === undefined) throw new Error(`S3 answered ${Key} without a body or an ETag`);
    return { bytes, etag: ETag };
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

export function bucketLog(s3: S3Client, tiles: string, heads: string): LogFiles {
  const tileBlobs = bucketBlobs(s3, tiles);
  const headBlobs = bucketBlobs(s3, heads);
  return {
    putTile: tileBlobs.putIfAbsent,
    tile: tileBlobs.get,
    put: headBlobs.putIfAbsent,
    get: headBlobs.get,
    swap: async (name, before, after) => {
      if (before === null) return (await headBlobs.putIfAbsent(name, after)) === 'put';
      const now = await standing(s3, heads, name);
      if (now === null || !Buffer.from(now.bytes).equals(before)) return false;
      try {
        await s3.send(new PutObjectCommand({ Bucket: heads, Key: name, Body: after, IfMatch: now.etag }));
        return true;
      } catch (error) {
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        // 412: somebody was first. 409: somebody is writing it at this moment; whoever asked looks again.
        if (status === 412 || status === 409) return false;
        throw error;
      }
    },
  };
}
