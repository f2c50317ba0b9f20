import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#db/client.ts';
import { counters } from './counters.ts';

// Holds a transaction open in another process: node --import tsx db/testing/holder.ts URL MILLISECONDS
const database = openDatabase(process.argv[2]);
await database.transaction(async (tx) => {
  await tx.update(counters).set({ used: 1 });
  console.log('held');
  await sleep(Number(process.argv[3]));
});
await database.close();
