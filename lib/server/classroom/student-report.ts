import { listBadges } from '#db/badges.ts';
import { type LateAnswer, listLateAnswers } from '#db/late-answers.ts';
import { findMembership } from '#db/memberships.ts';
import { listRecentResponses, type Response } from '#db/responses.ts';
import { listSeeds } from '#db/sittings.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById, type User } from '#db/users.ts';
import { listVerdictsOf, type VerdictWithoutReceipt } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type StudentRow, studentRow } from '#lib/classroom/class-report.ts';
import { distinctTitles } from '#lib/classroom/distinct-names.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { answeredItem, type FoundItem, type Library } from '#lib/lesson/library.ts';
import { streakOf } from '#lib/progress/streak.ts';
import { type StreakToday, streakToday } from '#lib/progress/streak-today.ts';
import { peopleStandings, standingId } from '#lib/server/progress/people-standings.ts';
import type { World } from '#lib/server/world.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { activityTitle } from '#lib/sitting/drill.ts';
import { plainText } from '#lib/text/rich.ts';
import { findViewableClassroom } from './find-viewable-classroom.ts';

/** What a teacher sees of one student of a class. */
export interface StudentReport {
  readonly classroom: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly row: StudentRow;
  readonly lessons: readonly Lesson[];
  /** Tests of each lesson by its id, oldest first. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictWithoutReceipt[]>;
  readonly badges: readonly StudentBadge[];
  readonly answers: readonly RecentAnswer[];
  /** Answers that were refused because the time was over, newest first. */
  readonly late: readonly RefusedAnswer[];
  readonly streak: StreakToday & { readonly best: number };
  /** The student signs in with a password of this server, so it can be reset. */
  readonly hasPassword: boolean;
  /** 1 is none, 0 is no limit. */
  readonly timeAllowance: number;
}

export interface StudentBadge {
  readonly id: string;
  readonly lessonId: string;
  readonly name: string;
  readonly earnedAt: Date;
  readonly timed: 'timed' | 'untimed' | 'no-clock';
}

export interface RecentAnswer {
  readonly id: string;
  /** The start of the question's text; null when the item no longer exists. */
  readonly question: string | null;
  readonly where: string;
  readonly outcome: 'right' | 'partly' | 'wrong';
  readonly attempt: number;
  readonly hints: number;
  readonly points: number;
  readonly at: Date;
}

export interface RefusedAnswer extends Pick<LateAnswer, 'receivedAt' | 'deadlineAt'> {
  readonly id: string;
  readonly question: string | null;
  readonly where: string;
}

const maxAnswers = 20;
const maxLate = 5;
const maxQuestionLength = 90;

interface NamedContent {
  readonly library: Library;
  /** By lesson id; titles are unique here. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Undefined for users who may not view the class, and for an unknown student. */
export async function studentReport(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  classroomId: string,
  studentId: string,
): Promise<StudentReport | undefined> {
  const { db } = world.database;
  const classroom = await findViewableClassroom(db, user, classroomId);
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
  const late = await listLateAnswers(db, studentId, maxLate);
  const seeds = await listSeeds(
    db,
    late.map(({ sittingId }) => sittingId),
  );
  return {
    classroom: { id: classroom.id, name: classroom.name },
    now,
    row: studentRow(
      { ...named, joinedAt: membership.joinedAt },
      {
        lessons,
        standings,
        verdicts,
        standingIn: (lessonId) => beliefs.get(standingId(studentId, lessonId)),
        now,
      },
    ),
    lessons,
    verdicts: groupBy(verdicts, ({ lessonId }) => lessonId),
    badges: (await listBadges(db, studentId)).map(({ badgeId, lessonId, earnedAt, timed }) => ({
      id: badgeId,
      lessonId,
      name: badgeNames.get(badgeId) ?? badgeId,
      earnedAt,
      timed,
    })),
    answers: (await listRecentResponses(db, studentId, maxAnswers)).map((row) => recentAnswer(content, row)),
    late: late.map((row) => ({
      ...questionOf(
        content,
        row,
        (found) => askedItem(found, seeds.get(row.sittingId) ?? '', undefined).item,
      ),
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

function recentAnswer(content: NamedContent, row: Response): RecentAnswer {
  return {
    ...questionOf(content, row, (found) => answeredItem(found, row.itemVersion) ?? found.item),
    id: row.id,
    outcome: row.verdict === 'right' ? 'right' : row.score > 0 ? 'partly' : 'wrong',
    attempt: row.ordinal,
    hints: row.hintsOpened,
    points: row.points,
    at: row.receivedAt,
  };
}

/** The question of an answer, of an item that varies the variant that was asked, and the lesson and activity it was asked in. */
function questionOf(
  { library, titles }: NamedContent,
  { itemId, lessonId, activity }: Pick<Response, 'itemId' | 'lessonId' | 'activity'>,
  askedOf: (found: FoundItem) => Item,
): Pick<RecentAnswer, 'question' | 'where'> {
  const found = library.item(itemId);
  const lesson = found?.lesson ?? library.lessonById(lessonId);
  const title = activityTitle(activity);
  return {
    question: found ? shortened(plainText(askedOf(found).prompt)) : null,
    where: lesson ? `${titles.get(lesson.id) ?? lesson.title}, ${title}` : title,
  };
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= maxQuestionLength ? plain : `${plain.slice(0, maxQuestionLength).trimEnd()}…`;
}
