// One licence: the text, package.json and publiccode.yml say the same, and publiccode.yml follows its standard.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { textOf } from './documents.ts';

const require = createRequire(import.meta.url);
// The CDK brings a reader of YAML inside its package; nothing else here needs one.
const yaml = createRequire(require.resolve('aws-cdk-lib/package.json'))('yaml') as { parse: (text: string) => unknown };
const { licenseText } = require(`spdx-license-list/licenses/${packageFile.license}.json`) as { licenseText: string };

const description = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
});

/** The keys of the standard's version 0.4 that we use; those it deprecates are not among them. */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.4'),
  name: z.literal('Communs'),
  url: z.url({ protocol: /^https$/ }),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.enum(['time-tracking', 'taxes-management', 'compliance-management'])).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[a-z]{2}$/)),
    scope: z.array(z.enum(['finance-and-economic-development', 'society'])),
  }),
  description: z.strictObject({ en: description, fr: description }),
  legal: z.strictObject({ license: z.literal(packageFile.license) }),
  // Contacts are mandatory for a community.
  maintenance: z.strictObject({
    type: z.literal('community'),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.literal(true),
    availableLanguages: z.tuple([z.literal('fr'), z.literal('en')]),
  }),
});

describe('the licence', () => {
  it('is the EUPL-1.2, whole, as SPDX has its text', () => {
    expect(packageFile.license).toBe('EUPL-1.2');
    expect(textOf('LICENSE').trim()).toBe(licenseText.trim());
    expect(textOf('LICENSE').match(/^\d+\.\p{Lu}/gmu)).toHaveLength(15);
  });

  it('is the same in publiccode.yml, which has the keys of its standard', () => {
    expect(publiccode.safeParse(yaml.parse(textOf('publiccode.yml'))).error?.issues ?? []).toEqual([]);
  });

  it('is linked at the end of the README', () => {
    expect(textOf('README.md')).toMatch(/Licensed under the \[EUPL-1\.2\]\(LICENSE\)\.\n$/);
  });
});
