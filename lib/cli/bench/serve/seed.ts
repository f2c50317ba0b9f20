import { writeFile } from 'node:fs/promises';
import { listClassrooms } from '#db/classrooms.ts';
import { type Database, migrate, openDatabase } from '#db/client.ts';
import { listStudents } from '#db/memberships.ts';
import { listLedger } from '#db/responses.ts';
import { findUserByLogin } from '#db/users.ts';
import { chance } from '#lib/chance/chance.ts';
import { addPeople, personOf } from '#lib/cli/bench/racers.ts';
import { demoPassword, demoSeed, featuredName, staffNames } from '#lib/cli/demo/names.ts';
import { demoUserName } from '#lib/cli/demo/people.ts';
import { answerForm } from '#lib/cli/demo/post-answer.ts';
import { seedSchool } from '#lib/cli/demo/school.ts';
import { simulatedWorld } from '#lib/cli/demo/simulated-world.ts';
import { itemType } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { sessionCookie } from '#lib/server/door/auth-options.ts';
import { mintToken } from '#lib/server/door/session-token.ts';
import { env } from '#lib/server/host/env.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { askedVariant } from '#lib/sitting/asked-item.ts';
import { idempotencyKeyFor } from '#lib/sitting/served-item.ts';
import type { SchoolPlan } from './plan.ts';

// Fills the empty school of DATABASE_URL and writes to the file BENCH_PLAN what can be requested. A script of its own,
// because a process knows one engine only and a benchmark may measure both.

const withHistory = { students: 16, days: 35, answers: 10 };

async function seed(file: string, newStudents: number): Promise<void> {
  const { contentDir, databaseUrl } = env();
  const database = openDatabase(databaseUrl);
  try {
    await migrate(database);
    const library = await loadLibrary(contentDir, compiledFolder());
    const now = new Date();
    const world = simulatedWorld({ database, library, seed: demoSeed, start: now });
    const { students, days } = withHistory;
    await seedSchool(world, { students, days, now, seed: demoSeed, password: demoPassword });
    await addPeople(database, newStudents);
    await writeFile(file, JSON.stringify(await planOf(database, library, newStudents)));
  } finally {
    await database.close();
  }
}

async function planOf(database: Database, library: Library, newStudents: number): Promise<SchoolPlan> {
  const lesson = library
    .lessons()
    .find(({ activities }) => ['deep', 'try'].every((slug) => activities.some((one) => one.slug === slug)));
  if (!lesson) throw new Error('No lesson has both a Deep dive and a Try activity');
  const people = Array.from({ length: newStudents }, (_, n) => personOf(n).id);
  const [classroom] = await listClassrooms(database.db);
  const teacher = await findUserByLogin(database.db, demoUserName(staffNames.teachers[0]));
  if (!classroom || !teacher) throw new Error('The school has no class with a teacher');
  const answers: SchoolPlan['answers'][number][] = [];
  for (const id of people)
    answers.push({ cookie: await cookieOf(id), forms: await formsOf(database, library, lesson, id) });
  return {
    lesson: {
      introduction: lessonPath(lesson),
      deep: lessonPath(lesson, 'deep'),
      try: lessonPath(lesson, 'try'),
    },
    challenge: lessonPath(lesson, 'challenge'),
    test: lessonPath(lesson, 'test'),
    classPath: `/teach/${classroom.id}`,
    teacher: await cookieOf(teacher.id),
    students: await Promise.all((await experienced(database)).map(cookieOf)),
    answers,
  };
}

/** Ids of the students who have answered often, the featured one first. */
async function experienced(database: Database): Promise<string[]> {
  const featured = await findUserByLogin(database.db, demoUserName(featuredName));
  const classes = await listClassrooms(database.db);
  const members = await Promise.all(classes.map(({ id }) => listStudents(database.db, id)));
  const ids = [...new Set(members.flat().map(({ id }) => id))];
  const ledger = await listLedger(database.db, ids);
  const found = ids.filter(
    (id) => ledger.filter(({ userId }) => userId === id).length >= withHistory.answers,
  );
  return found.toSorted((a, b) => Number(b === featured?.id) - Number(a === featured?.id));
}

const { publicUrl, authSecret: secret = '' } = env();

async function cookieOf(userId: string): Promise<string> {
  return `${sessionCookie({ publicUrl }).name}=${await mintToken(secret, { userId, signedInAt: new Date() })}`;
}

type Fields = SchoolPlan['answers'][number]['forms'][number];

async function formsOf(
  database: Database,
  library: Library,
  lesson: Lesson,
  userId: string,
): Promise<Fields[]> {
  const name = { lesson: lesson.id, activity: 'try' } as const;
  const world = { library: async () => library, secret };
  const context = await findActivityContext(database.db, world, { userId, name, now: new Date() });
  if (!context) throw new Error(`The Try activity of ${lesson.id} cannot be opened`);
  const own = chance(userId);
  return context.items.flatMap((whole) => {
    const sealed = lesson.secrets.get(whole.id);
    if (!sealed) throw new Error(`${whole.id} has no key`);
    const { item, secret } = askedVariant({ item: whole, secret: sealed.open() }, context.seed, undefined);
    return [false, true].map((isRight, used) => {
      const answer = itemType(item.type).exampleAnswer(item.body, secret.key, isRight, own);
      const idempotencyKey = idempotencyKeyFor(context.address, item.id, used);
      const form = answerForm({ page: context, item, idempotencyKey, answer });
      return [...form].map(([field, value]) => [field, String(value)] as const);
    });
  });
}

await seed(process.env.BENCH_PLAN ?? '', Number(process.env.BENCH_STUDENTS));
