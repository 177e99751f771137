// What is made at the first call and then kept: keys, certificates, fonts.

/** A failed call is not the answer for ever. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}
