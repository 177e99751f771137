// How runs and steps may be called: by what any file system and bucket takes; and how long what nobody came back for is kept.

/** The stack's lifecycle of the bucket says the same. */
export const keptDays = 14;

/** @throws Error: names are ours, never a forge's */
export function checkedStep(name: string): string {
  if (!/^[0-9a-z][0-9a-z-]{0,99}$/.test(name)) throw new Error(`pull steps: ${JSON.stringify(name)} is no name`);
  return name;
}
