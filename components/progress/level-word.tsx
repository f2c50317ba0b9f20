import { Stone } from '#components/ui/stone.tsx';
import { levelLabels, type MasteryLevel } from '#lib/mastery/level.ts';
import { levelStones } from './level-stones.ts';

/** A level in one word, beside its stone. */
export function LevelWord({ level }: { level: MasteryLevel }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <Stone state={levelStones[level]} size={30} />
      {levelLabels[level]}
    </span>
  );
}
