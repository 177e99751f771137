// Types of spdx-expression-parse 4, which ships none.
declare module 'spdx-expression-parse' {
  export type SpdxExpression =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly conjunction: 'and' | 'or'; readonly left: SpdxExpression; readonly right: SpdxExpression };
  export default function parse(source: string): SpdxExpression;
}
