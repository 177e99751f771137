// HR: a file to start from, which our own reader takes as it stands.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { giveTemplate, templateNames } from '../lib/use-cases/give-template.ts';

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/hr/templates/{file}',
  audience: 'hr',
  need: [],
  input: z.object({ file: z.enum(templateNames) }),
  run: async (_ports, { file: name }) => {
    const { bytes, type } = giveTemplate(name);
    return { file: bytes, name, type };
  },
});
