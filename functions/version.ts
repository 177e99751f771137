// The version that runs, told by the one place that states it.
import packageFile from '../package.json' with { type: 'json' };

export const { version } = packageFile;
