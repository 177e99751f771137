// Every question that can be put to GitHub is valid by its published schema, and two that are not are seen to be none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  aloneField,
  fragmentsFor,
  historyField,
  issuesField,
  licenceFilesField,
  licenceTextField,
  licenceTouchesField,
  moreRefsDocument,
  offDefaultField,
  pullsField,
  type Question,
  questionDocument,
  releasesField,
  requestCommitsField,
  requestReviewsField,
  startDocument,
} from '../../../lib/adapters/forge/github/github-documents.ts';
import { describeWithShared } from '../../shared.ts';
import { githubSchema } from './forge-server/github-api.ts';

const problems = (document: string): string[] => validate(githubSchema, parse(document)).map(({ message }) => message);

const parts: Readonly<Record<string, Question>> = {
  history: {
    fields: [historyField],
    variables: { tip: ['GitObjectID!', 'x'], size: ['Int!', 1], after: ['String', null] },
  },
  branches: {
    fields: [`base: ref(qualifiedName: $main) { ${offDefaultField(0)} ${offDefaultField(1)} }`],
    variables: {
      main: ['String!', 'x'],
      ...{ bHead0: ['String!', 'x'], bSize0: ['Int!', 1], bAfter0: ['String', null] },
      ...{ bHead1: ['String!', 'x'], bSize1: ['Int!', 1], bAfter1: ['String', null] },
    },
  },
  alone: {
    fields: [aloneField(2)],
    variables: { bTip2: ['GitObjectID!', 'x'], bSize2: ['Int!', 1], bAfter2: ['String', null] },
  },
  commits: {
    fields: [requestCommitsField(0)],
    variables: { mNumber0: ['Int!', 1], mSize0: ['Int!', 1], mBefore0: ['String', null] },
  },
  reviews: { fields: [requestReviewsField(0)], variables: { vNumber0: ['Int!', 1], vAfter0: ['String', null] } },
  pulls: { fields: [pullsField], variables: { pullsSize: ['Int!', 1], pullsAfter: ['String', null] } },
  issues: { fields: [issuesField], variables: { issuesAfter: ['String', null] } },
  releases: { fields: [releasesField], variables: { releasesAfter: ['String', null] } },
};

describe('a question to GitHub', () => {
  it.each(Object.entries({ startDocument, moreRefsDocument }))('%s is valid', (_name, document) => {
    expect(problems(document)).toEqual([]);
  });

  it('is valid with each set of its parts', () => {
    const names = Object.keys(parts);
    for (let set = 1; set < 2 ** names.length; set += 1) {
      const chosen = names.filter((_, i) => (set >> i) % 2 === 1).map((name) => parts[name]!);
      const fields = chosen.flatMap((part) => part.fields);
      const variables = Object.assign({}, ...chosen.map((part) => part.variables));
      expect(problems(questionDocument({ fields, variables }, fragmentsFor(fields)).document)).toEqual([]);
    }
  });

  it.each([
    ['files', licenceFilesField, { lAt0: ['String!', 'x:'], lAt1: ['String!', 'y:'] }],
    [
      'touches',
      licenceTouchesField,
      { lTip: ['GitObjectID!', 'x'], lPath0: ['String!', 'a'], lPath1: ['String!', 'b'] },
    ],
    ['texts', licenceTextField, { lBlob0: ['GitObjectID!', 'x'], lBlob1: ['GitObjectID!', 'y'] }],
  ] as const)('about %s of licences is valid', (_name, field, variables) => {
    expect(problems(questionDocument({ fields: [field(0), field(1)], variables }, []).document)).toEqual([]);
  });

  it('is seen to be none without the fragment on Commit, and with a DateTime where a GitTimestamp belongs', () => {
    const withoutFragment = historyField.replace('... on Commit { history', '... on Tag { history');
    const { document } = questionDocument(
      { ...parts.history!, fields: [withoutFragment] },
      fragmentsFor([historyField]),
    );
    expect(problems(document).join()).toContain('Cannot query field "history" on type "Tag"');
    const dated = historyField.replace('first: $size', 'first: $size, since: $since');
    const question = {
      fields: [dated],
      variables: { ...parts.history!.variables, since: ['DateTime', null] as const },
    };
    const wrong = questionDocument(question, fragmentsFor([dated])).document;
    expect(problems(wrong).join()).toContain(
      '"$since" of type "DateTime" used in position expecting type "GitTimestamp"',
    );
  });
});

describeWithShared('the questions validated before', 'forge-schemas', (shared) => {
  const file = join(shared, 'forge-schemas', 'github-queries.validated.json');
  const queries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  it.each(Object.entries(queries))('%s: valid, or a control that must fail', (name, document) => {
    expect(problems(document).length > 0).toBe(name.startsWith('bad'));
  });
});
