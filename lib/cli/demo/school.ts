import type { Database, Tx } from '#db/client.ts';
import { addTrackAuthor } from '#db/track-authors.ts';
import type { User } from '#db/users.ts';
import { DisplayName } from '#lib/access/user-name.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { createOwner, Owner } from '#lib/server/account/create-owner.ts';
import { joinClassroom } from '#lib/server/classroom/join-classroom.ts';
import { hashPassword } from '#lib/server/door/password-hash.ts';
import { adasCharacter, simulateAda } from './ada.ts';
import { localTime } from './calendar.ts';
import { boardNameFrom, type Character, drawCharacter } from './character.ts';
import { type ClassPlan, classPlans, type OpenedClass, openClass, seats } from './classes.ts';
import { featuredName, newcomerName, staffNames, studentNames } from './names.ts';
import { happens } from './odds.ts';
import { chooseProfile, enrol, type ProfileChoices, sessionUserOf } from './people.ts';
import { simulateHistory } from './simulate-history.ts';
import type { SimulatedWorld } from './simulated-world.ts';

export interface SchoolPlan {
  /** At most as many as there are names. */
  readonly students: number;
  /** How far back the history reaches. */
  readonly days: number;
  readonly now: Date;
  readonly seed: string;
  readonly password: string;
  /** Called after the history of each student is written. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface Student {
  readonly user: User;
  readonly plan: ClassPlan;
  readonly firstDay: number;
}

/** Fills an empty database with a school and its history, by the same workflows that pages use. */
export async function seedSchool(world: SimulatedWorld, plan: SchoolPlan): Promise<void> {
  const passwordHash = await hashPassword(plan.password);
  const classes = await openSchool(world, plan, passwordHash);
  const students = await enrolStudents(world, plan, passwordHash);
  const lessons = (await world.library()).lessons();
  for (const [at, student] of students.entries()) {
    const code = classes.get(student.plan.name)?.joinCode ?? '';
    await inOneCommit(world, (inside) => simulateStudent(inside, plan, { student, code, lessons }));
    plan.onProgress?.(at + 1, students.length);
  }
  world.moveTo(plan.now);
}

/** Creates the admin, authors, teachers and classes, in the week before the first lesson. */
async function openSchool(
  world: SimulatedWorld,
  plan: SchoolPlan,
  passwordHash: string,
): Promise<Map<string, OpenedClass>> {
  world.moveTo(localTime(plan.now, plan.days + 6, 9));
  const owner = Owner.parse({ userName: 'admin', displayName: staffNames.admin, password: plan.password });
  await createOwner(world, owner);
  const teachers: User[] = [];
  for (const name of staffNames.teachers)
    teachers.push(await enrolNext(world, name, 'teacher', passwordHash));
  const authors: User[] = [];
  for (const name of staffNames.authors) authors.push(await enrolNext(world, name, 'author', passwordHash));
  // The other author has no track, so that the demo shows proposals too.
  for (const { id: userId } of authors.slice(0, 1))
    await addTrackAuthor(world.database.db, {
      track: staffNames.trackOfFirstAuthor,
      userId,
      addedAt: world.now(),
    });
  const codes = chance(`${plan.seed}/codes`);
  const classes = new Map<string, OpenedClass>();
  for (const { name, teachers: own } of classPlans) {
    world.advance(60_000);
    classes.set(
      name,
      await openClass(
        world,
        codes,
        name,
        own.flatMap((at) => teachers[at] ?? []),
      ),
    );
  }
  return classes;
}

/** Creates the students' accounts, in the week before the first class starts. */
async function enrolStudents(
  world: SimulatedWorld,
  plan: SchoolPlan,
  passwordHash: string,
): Promise<Student[]> {
  world.moveTo(localTime(plan.now, plan.days + 5, 9));
  const names = studentNames.slice(0, plan.students).map((name) => DisplayName.parse(name));
  const students: Student[] = [];
  for (const [at, seat] of seats(names.length).entries()) {
    const user = await enrolNext(world, names[at] ?? '', 'student', passwordHash);
    students.push({ user, plan: seat, firstDay: Math.round(plan.days * seat.age) });
  }
  return students;
}

async function enrolNext(
  world: SimulatedWorld,
  name: string,
  role: User['role'],
  passwordHash: string,
): Promise<User> {
  world.advance(60_000);
  return enrol(world, name, role, passwordHash);
}

/** A student joins by the class code, chooses a profile and works for some weeks. */
async function simulateStudent(
  world: SimulatedWorld,
  plan: SchoolPlan,
  {
    student,
    code,
    lessons,
  }: { readonly student: Student; readonly code: string; readonly lessons: readonly Lesson[] },
): Promise<void> {
  const { user, firstDay } = student;
  const own = chance(`${plan.seed}/${user.userName}`);
  const isNew = user.displayName === newcomerName;
  const character =
    user.displayName === featuredName
      ? adasCharacter(lessons)
      : drawCharacter(
          own,
          lessons.map(({ id }) => id),
        );
  const joined = isNew ? new Date(plan.now.getTime() - 20 * 60_000) : localTime(plan.now, firstDay, 7, 5);
  world.moveTo(joined);
  const entered = await joinClassroom(world, await sessionUserOf(world, user), { code });
  if (!entered.ok) throw new Error(`${user.userName} cannot join a class: ${entered.reason}`);
  if (isNew) return;
  await chooseProfile(world, await sessionUserOf(world, user), profileChoicesOf(own, user, character));
  const learner = { world, user: await sessionUserOf(world, user), character, chance: own };
  if (user.displayName === featuredName) return simulateAda(learner, lessons, firstDay - 1, plan.now);
  await simulateHistory(learner, lessons, firstDay, plan.now);
}

/** About half are on the leaderboard, a third of these under another name; a few choose more time or no clock. */
function profileChoicesOf(
  own: ReturnType<typeof chance>,
  { displayName }: User,
  { kind }: Character,
): ProfileChoices {
  const isFeatured = displayName === featuredName;
  const onBoard = isFeatured || happens(own, kind === 'star' ? 0.75 : 0.45);
  const clocks = [1.5, 2, 0];
  return {
    onBoard,
    boardName: onBoard && !isFeatured && happens(own, 0.35) ? boardNameFrom(own) : '',
    clockFactor: !isFeatured && happens(own, 0.06) ? (clocks[own.below(3)] ?? 1) : 1,
  };
}

/**
 * Runs many workflows in one transaction, because thousands of commits would each wait for the disk. It commits all of
 * them or none, which suits a simulated history and would be wrong for people's answers.
 */
function inOneCommit<T>(world: SimulatedWorld, story: (inside: SimulatedWorld) => Promise<T>): Promise<T> {
  return world.database.transaction((tx) => story({ ...world, database: within(world.database, tx) }));
}

function within(database: Database, tx: Tx): Database {
  return { ...database, db: tx, transaction: (work) => work(tx) };
}
