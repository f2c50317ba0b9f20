import nextEnv from '@next/env';

// `npm start` hands .env files to the server through Next; imported first, this lets our own commands read the same.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
