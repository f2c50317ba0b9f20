export function attemptsText(left: number | null): string {
  if (left === null) return 'Try again as often as you like.';
  return left === 1 ? '1 attempt left.' : `${left} attempts left.`;
}

export const pointsText = (points: number): string => (points === 1 ? '1 point' : `${points} points`);
