import packageFile from '../../package.json' with { type: 'json' };
import { command } from '../frame/command.ts';

export const version = command({
  name: 'version',
  argument: null,
  summary: { fr: 'la version de communs et celle de node', en: 'the versions of communs and of node' },
  options: {},
  run: async () => ({
    exitCode: 0,
    json: () => ({ version: packageFile.version, node: process.versions.node }),
    text: () => `communs ${packageFile.version} (node ${process.versions.node})`,
  }),
});
