// Fields that a form names after what they are about: `reason:weekend`, `cell:Mars!F14`, `column:project`.

/** @returns the texts of fields `<prefix>:<key>`, by key; of one that comes twice, the last */
export function prefixedFields(
  input: Readonly<Record<string, unknown>>,
  prefix: string,
): Readonly<Record<string, string>> {
  const found = Object.entries(input).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? (value as unknown[]).at(-1) : value;
    return name.startsWith(`${prefix}:`) && typeof text === 'string' ? [[name.slice(prefix.length + 1), text]] : [];
  });
  return Object.fromEntries(found) as Record<string, string>;
}
