import { expect, test } from 'vitest';
import { passageText } from '#lib/lesson/passages.ts';
import { ourLibrary } from '#tests/our-lessons.ts';
import { isLive } from './static-sections.tsx';

test('every question of our lessons has a passage that teaches it, and its text can be opened beside it', async () => {
  for (const { objectives, activities, pool } of (await ourLibrary()).lessons()) {
    for (const { objective } of [...activities.flatMap(({ items }) => items), ...pool]) {
      if (objective === null) continue;
      const [passage] = objectives.find(({ id }) => id === objective)?.read ?? [];
      expect(passage, objective).toBeDefined();
      // A whole activity would be opened at its beginning only.
      if (!passage?.anchor) throw new Error(`«${objective}» names no passage`);
      const body = activities.find(({ slug }) => slug === passage.activity)?.body ?? [];
      const text = passageText(body, passage.anchor) ?? [];
      expect(text.filter((node) => !isLive(node)).length, objective).toBeGreaterThan(0);
    }
  }
});
