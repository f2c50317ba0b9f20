export const roles = ['student', 'author', 'teacher', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Staff are never ranked with students and may see the work of others. */
export function isStaff(role: Role): boolean {
  return role !== 'student';
}
