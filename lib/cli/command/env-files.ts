import nextEnv from '@next/env';

// Next loads .env files for the server. Commands import this module first, so that they read the same files.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
