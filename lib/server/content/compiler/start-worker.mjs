// Plain JavaScript, because Node can load TypeScript in a worker thread only after tsx is registered in it.
import { register } from 'tsx/esm/api';

register();
await import('./compile-worker.ts');
