import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#db/client.ts';
import { counters } from './counters.ts';

// Holds a transaction open for a second in another process: node --import tsx db/testing/holder.ts URL
const database = openDatabase(process.argv[2]);
await database.transaction(async (tx) => {
  await tx.update(counters).set({ used: 1 });
  console.log('held');
  await sleep(1_000);
});
await database.close();
