// Replaces a file of a versioned bucket for good: what stood there before goes with its versions.
import { DeleteObjectsCommand, ListObjectVersionsCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** A crash between the put and the removals leaves older versions, which nobody reads; the next run removes them. */
export const replaceForGood =
  (s3: S3Client, Bucket: string) =>
  async (name: string, bytes: Uint8Array): Promise<void> => {
    await s3.send(new PutObjectCommand({ Bucket, Key: name, Body: bytes }));
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectVersionsCommand({
          Bucket,
          Prefix: name,
          ...(KeyMarker === undefined ? {} : { KeyMarker }),
          ...(VersionIdMarker === undefined ? {} : { VersionIdMarker }),
        }),
      );
      const older = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(
        ({ Key, IsLatest }) => Key === name && IsLatest !== true,
      );
      const Objects = older.map(({ Key, VersionId }) => ({ Key, VersionId }));
      if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
      KeyMarker = page.NextKeyMarker;
      VersionIdMarker = page.NextVersionIdMarker;
    } while (KeyMarker !== undefined);
  };
