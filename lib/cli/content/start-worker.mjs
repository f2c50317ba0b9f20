// A thread knows no TypeScript before it is told: plain JavaScript, so that Node can read it without help.
import { register } from 'tsx/esm/api';

register();
await import('./compile-worker.ts');
