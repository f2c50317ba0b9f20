import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import type { User } from '#db/users.ts';
import { joinCodeFrom } from '#lib/access/join-code.ts';
import type { Chance } from '#lib/chance/chance.ts';
import type { World } from '#lib/server/world.ts';

/** A class of the demo. `teachers` are indexes into the list of teachers. */
export interface ClassPlan {
  readonly name: string;
  readonly teachers: readonly number[];
  /** The weight by which students are distributed over classes. */
  readonly size: number;
  /** Age as a share of the school's history: 1 started with the school, 0.5 half-way. */
  readonly age: number;
}

export const classPlans: readonly ClassPlan[] = [
  { name: 'Data science A', teachers: [0], size: 26, age: 1 },
  { name: 'Data science B', teachers: [0, 1], size: 22, age: 0.85 },
  { name: 'MLOps evening class', teachers: [1], size: 20, age: 0.6 },
];

export interface OpenedClass {
  readonly name: string;
  readonly joinCode: string;
}

/** Opens a class with its teachers and a join code. */
export async function openClass(
  world: World,
  chance: Chance,
  name: string,
  teachers: readonly User[],
): Promise<OpenedClass> {
  const joinCode = joinCodeFrom(Uint8Array.from({ length: 8 }, () => chance.below(256)));
  const classroom = { id: world.newId(), name, joinCode, createdAt: world.now() };
  if (!(await insertClassroom(world.database.db, classroom))) throw new Error(`The code of ${name} is taken`);
  for (const { id: userId } of teachers) {
    const membership = { classroomId: classroom.id, userId, role: 'teacher', joinedAt: world.now() } as const;
    await addMembership(world.database.db, membership);
  }
  return { name, joinCode };
}

/** The class of each of n students, in proportion to the classes' sizes; the first students are in the first class. */
export function seats(n: number): ClassPlan[] {
  const total = classPlans.reduce((sum, { size }) => sum + size, 0);
  return classPlans.flatMap((plan, at) => {
    const before = classPlans.slice(0, at).reduce((sum, { size }) => sum + size, 0);
    const from = Math.round((before / total) * n);
    const to = Math.round(((before + plan.size) / total) * n);
    return Array.from({ length: to - from }, () => plan);
  });
}
