/** The roles of accounts. */
export const roles = ['student', 'author', 'teacher', 'admin'] as const;
export type AccountRole = (typeof roles)[number];

/** A guest has answered questions and has no account. */
export type Role = AccountRole | 'guest';

/** Staff are never ranked with students and may see the work of others. */
export function isStaff(role: Role): boolean {
  return role !== 'student' && role !== 'guest';
}
