// Bytes under names, in an S3 bucket.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Blobs } from './blobs.ts';

/** The bucket's grant includes `s3:ListBucket`: without it S3 answers 403, not 404, for what is not there. */
export function bucketBlobs(s3: S3Client, Bucket: string): Blobs {
  const putIfAbsent = async (name: string, bytes: Uint8Array): Promise<'put' | 'taken'> => {
    try {
      await s3.send(new PutObjectCommand({ Bucket, Key: name, Body: bytes, IfNoneMatch: '*' }));
      return 'put';
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      // 412: it is there. 409: somebody is putting the same name at this moment, and may yet fail.
      if (status === 409) return putIfAbsent(name, bytes);
      if (status !== 412) throw error;
      return 'taken';
    }
  };
  return {
    putIfAbsent,
    replace: async (name, bytes) => {
      await s3.send(new PutObjectCommand({ Bucket, Key: name, Body: bytes }));
    },
    get: async (name) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: name }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    remove: async (name) => {
      await s3.send(new DeleteObjectCommand({ Bucket, Key: name }));
    },
  };
}
