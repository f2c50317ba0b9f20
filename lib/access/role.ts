export const roles = ['student', 'author', 'teacher', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Staff are never ranked beside students and may see more than their own work. */
export function isStaff(role: Role): boolean {
  return role !== 'student';
}
