import type { ServedItem } from '#lib/sitting/served-item.ts';
import { pointsText } from './item-text.ts';

/**
 * What the item has paid, or else what a right answer pays now and at the attempts after: "8 points, then 4, 2" before
 * the first attempt, then "now worth 4, then 2". Empty where nothing is paid, and in a sitting whose feedback comes at its end.
 */
export function worthText({ worth, state }: ServedItem): string {
  const { points, pays, settled, outcome, hints, used } = state;
  if (worth === 0) return '';
  if (points > 0) return `${pointsText(points)} earned`;
  const [now, next, ...later] = pays;
  if (now !== undefined) {
    const isUntouched = used === 0 && hints.length === 0 && now === worth;
    const first = isUntouched ? pointsText(now) : `now worth ${now}`;
    return next === undefined ? first : `${first}, then ${[next, ...later].join(', ')}`;
  }
  if (!settled) return used > 0 ? '' : 'points earned before';
  return outcome ? 'no points' : '';
}
