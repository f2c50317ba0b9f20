import { type AllBeliefs, listAllBeliefs, replaceBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';
import { type ClockedResponse, listByClock } from '#db/responses.ts';
import { knowledgeModel } from '#lib/mastery/knowledge.ts';
import { applyEntry, noReplayedBeliefs, type ReplayedBeliefs } from '#lib/mastery/replayed-beliefs.ts';
import { differingRows, type RowDifference } from '#lib/server/progress/differing-rows.ts';
import type { World } from '#lib/server/world.ts';

/** A stored belief that differs from a replay of the ledger; null on the side that lacks it. */
export interface BeliefDifference {
  readonly belief: keyof AllBeliefs;
  /** The lesson, item, person, or person/lesson. */
  readonly subject: string;
  readonly stored: unknown;
  readonly counted: unknown;
}

export interface BeliefRecount {
  readonly answers: number;
  readonly differences: readonly BeliefDifference[];
}

const pageSize = 5_000;
const maxRuns = 3;

/**
 * Replays the whole ledger and compares the result with the stored beliefs; `repair` stores the result. An answer that
 * arrives meanwhile would look like a difference, so the replay is then repeated, up to three times.
 */
export async function recountBeliefs(world: World, { repair = false } = {}): Promise<BeliefRecount> {
  const { database } = world;
  for (let run = 1; ; run++) {
    const { beliefs, answers } = await replay(database.db);
    const differences = await compare(database.db, beliefs);
    const isQuiet = (await listByClock(database.db, answers.last, 1)).length === 0;
    if (differences.length > 0 && !isQuiet && run < maxRuns) continue;
    if (repair && differences.length > 0) await database.transaction((tx) => repairFrom(tx));
    return { answers: answers.count, differences };
  }
}

async function repairFrom(tx: Parameters<typeof replaceBeliefs>[0]): Promise<void> {
  const { beliefs } = await replay(tx);
  const { people } = await listAllBeliefs(tx);
  await replaceBeliefs(tx, rowsOf(beliefs, people));
}

async function replay(db: Db) {
  const beliefs = noReplayedBeliefs();
  let count = 0;
  let last: ClockedResponse | undefined;
  for (;;) {
    const rows = await listByClock(db, last, pageSize);
    for (const row of rows)
      applyEntry(beliefs, { ...row, correct: row.verdict === 'right', hints: row.hintsOpened });
    count += rows.length;
    last = rows.at(-1) ?? last;
    if (rows.length < pageSize) return { beliefs, answers: { count, last } };
  }
}

async function compare(db: Db, beliefs: ReplayedBeliefs): Promise<BeliefDifference[]> {
  const stored = await listAllBeliefs(db);
  const counted = rowsOf(beliefs, stored.people);
  const pairs: Record<keyof AllBeliefs, readonly RowDifference<unknown>[]> = {
    concepts: differingRows(stored.concepts, counted.concepts, ({ lessonId }) => lessonId),
    items: differingRows(stored.items, counted.items, ({ itemId }) => itemId),
    offsets: differingRows(
      stored.offsets,
      counted.offsets,
      ({ userId, lessonId }) => `${userId}/${lessonId}`,
    ),
    people: differingRows(stored.people, counted.people, ({ userId }) => userId),
  };
  const kinds = ['concepts', 'items', 'offsets', 'people'] as const;
  return kinds.flatMap((belief) => pairs[belief].map((pair) => ({ belief, ...pair })));
}

/** The replayed beliefs as rows of the database. */
function rowsOf(
  { concepts, items, offsets, abilities, clocks }: ReplayedBeliefs,
  people: AllBeliefs['people'],
): AllBeliefs {
  return {
    concepts: [...concepts].map(([lessonId, belief]) => ({ lessonId, ...belief })),
    items: [...items].map(([itemId, belief]) => ({ itemId, ...belief })),
    offsets: [...offsets.values()],
    people: people.map(({ userId }) => ({
      userId,
      ...(abilities.get(userId) ?? knowledgeModel.ability),
      clock: clocks.get(userId) ?? 0,
    })),
  };
}
