// Just enough reading of our own pages to ask about them: tags, attributes, text. Not a parser for anybody else's HTML.

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly at: number;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Every opening tag, attributes decoded. */
export const tagsOf = (html: string): Tag[] =>
  [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => ({
    name: match[1] ?? '',
    at: match.index,
    attributes: new Map(
      [...(match[2] ?? '').matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
        name,
        decoded(value),
      ]),
    ),
  }));

/** What a person reads, without tags; the title first. */
export const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ' ')).replace(/ +/g, ' ');

export const withName = (html: string, name: string): Tag[] => tagsOf(html).filter((tag) => tag.name === name);

/** The text between an opening tag and its end; elements of the same name do not nest in what it is asked about. */
export function insideOf(html: string, tag: Tag): string {
  return html.slice(tag.at, html.indexOf(`</${tag.name}>`, tag.at));
}
