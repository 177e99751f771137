// Signed heads in an S3 bucket of their own, one object a book under its name. Versioned: former heads stay.
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { Heads } from '../../ports/books.ts';
import { bucketBlobs } from './bucket-blobs.ts';

export function bucketHeads(s3: S3Client, Bucket: string): Heads {
  const blobs = bucketBlobs(s3, Bucket);
  return {
    get: async (book) => {
      const bytes = await blobs.get(book);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
    put: (book, text) => blobs.replace(book, new TextEncoder().encode(text)),
    books: async function* () {
      for await (const { Contents } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
        for (const { Key } of Contents ?? []) if (Key !== undefined) yield Key;
      }
    },
  };
}
