import { migrate, openDatabase } from '#db/client.ts';
import { race } from './counters.ts';

// One of several processes that start on the same empty database: node --import tsx db/testing/racer.ts URL FOLDER
const [url, folder] = process.argv.slice(2);
const database = openDatabase(url);
await migrate(database, folder);
console.log(await race(database, 50));
await database.close();
