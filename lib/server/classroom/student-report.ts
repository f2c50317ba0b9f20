import { listBadges } from '#db/badges.ts';
import { type LateAnswer, listLateAnswers } from '#db/late-answers.ts';
import { findMembership } from '#db/memberships.ts';
import { listRecentResponses, type Response } from '#db/responses.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById, type User } from '#db/users.ts';
import { listVerdictsOf, type VerdictWithoutReceipt } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type StudentRow, studentRow } from '#lib/classroom/class-report.ts';
import { distinctTitles } from '#lib/classroom/distinct-names.ts';
import { grouped } from '#lib/classroom/grouped.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { streakOf } from '#lib/progress/streak.ts';
import { type StreakToday, streakToday } from '#lib/progress/streak-today.ts';
import { peopleStandings, standingKey } from '#lib/server/progress/people-standings.ts';
import type { World } from '#lib/server/world.ts';
import { activityTitle } from '#lib/sitting/drill.ts';
import { plainText } from '#lib/text/rich.ts';
import { viewedClassroom } from './viewed-classroom.ts';

/** What a teacher sees of one student of a class. */
export interface StudentReport {
  readonly classroom: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly row: StudentRow;
  readonly lessons: readonly Lesson[];
  /** Tests of each lesson by its id, oldest first. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictWithoutReceipt[]>;
  readonly badges: readonly KeptBadge[];
  readonly answers: readonly LastAnswer[];
  /** Answers that were not taken because their time was over, newest first. */
  readonly late: readonly RefusedLate[];
  readonly streak: StreakToday & { readonly best: number };
  /** Signs in with a password of ours, so a new one can be given. */
  readonly hasPassword: boolean;
  /** 1 is none, 0 is no limit. */
  readonly timeAllowance: number;
}

export interface KeptBadge {
  readonly id: string;
  readonly name: string;
  readonly earnedAt: Date;
  readonly timed: 'timed' | 'untimed' | 'no-clock';
}

export interface LastAnswer {
  readonly id: string;
  /** The question's first words; null when it is no longer asked. */
  readonly question: string | null;
  readonly where: string;
  readonly outcome: 'right' | 'partly' | 'wrong';
  readonly attempt: number;
  readonly hints: number;
  readonly points: number;
  readonly at: Date;
}

export interface RefusedLate extends Pick<LateAnswer, 'receivedAt' | 'deadlineAt'> {
  readonly id: string;
  readonly question: string | null;
  readonly where: string;
}

const lastAnswers = 20;
const lastLate = 5;
const questionLength = 90;

interface NamedContent {
  readonly library: Library;
  /** By lesson id, no two alike. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Undefined for who may not look into the class, and where it has no such student. */
export async function studentReport(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  classroomId: string,
  studentId: string,
): Promise<StudentReport | undefined> {
  const { db } = world.database;
  const classroom = await viewedClassroom(db, user, classroomId);
  const membership = classroom && (await findMembership(db, classroomId, studentId));
  const student = membership?.role === 'student' ? await findUserById(db, studentId) : undefined;
  if (!classroom || !membership || student?.role !== 'student' || student.disabledAt) return undefined;
  const now = world.now();
  const library = await world.library();
  const lessons = distinctTitles(library.lessons());
  const content = { library, titles: new Map(lessons.map(({ id, title }) => [id, title])) };
  const verdicts = await listVerdictsOf(db, [studentId]);
  const badgeNames = new Map(lessons.flatMap(({ badge }) => (badge ? [[badge.id, badge.name]] : [])));
  const named = { id: studentId, name: student.displayName, userName: student.userName, points: student.xp };
  const standings = await listActivityStandings(db, [studentId]);
  const beliefs = await peopleStandings(db, [studentId]);
  return {
    classroom: { id: classroom.id, name: classroom.name },
    now,
    row: studentRow(
      { ...named, joinedAt: membership.joinedAt },
      {
        lessons,
        standings,
        verdicts,
        standingIn: (lessonId) => beliefs.get(standingKey(studentId, lessonId)),
        now,
      },
    ),
    lessons,
    verdicts: grouped(verdicts, ({ lessonId }) => lessonId),
    badges: (await listBadges(db, studentId)).map(({ badgeId, earnedAt, timed }) => ({
      id: badgeId,
      name: badgeNames.get(badgeId) ?? badgeId,
      earnedAt,
      timed,
    })),
    answers: (await listRecentResponses(db, studentId, lastAnswers)).map((row) => lastAnswer(content, row)),
    late: (await listLateAnswers(db, studentId, lastLate)).map((row) => ({
      ...asked(content, row),
      id: row.idempotencyKey,
      receivedAt: row.receivedAt,
      deadlineAt: row.deadlineAt,
    })),
    streak: { ...streakNow(student, now), best: student.streakBest },
    hasPassword: student.passwordHash !== null,
    timeAllowance: student.timeAllowance,
  };
}

function streakNow(student: User, now: Date): StreakToday {
  const { timeZone } = student;
  return streakToday(streakOf(student), localDay(now, timeZone), { at: now, timeZone });
}

function lastAnswer(content: NamedContent, row: Response): LastAnswer {
  return {
    ...asked(content, row),
    id: row.id,
    outcome: row.verdict === 'right' ? 'right' : row.score > 0 ? 'partly' : 'wrong',
    attempt: row.ordinal,
    hints: row.hintsOpened,
    points: row.points,
    at: row.receivedAt,
  };
}

/** What an answer was to. */
function asked(
  { library, titles }: NamedContent,
  { itemId, lessonId, activity }: Pick<Response, 'itemId' | 'lessonId' | 'activity'>,
): Pick<LastAnswer, 'question' | 'where'> {
  const found = library.item(itemId);
  const lesson = found?.lesson ?? library.lessonById(lessonId);
  const title = activityTitle(activity);
  return {
    question: found ? shortened(plainText(found.item.prompt)) : null,
    where: lesson ? `${titles.get(lesson.id) ?? lesson.title}, ${title}` : title,
  };
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= questionLength ? plain : `${plain.slice(0, questionLength).trimEnd()}…`;
}
