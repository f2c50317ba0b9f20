import { suggestionText } from '#lib/lesson/suggestions/suggestion-text.ts';
import { suggestions } from '#lib/lesson/suggestions/suggestions.ts';
import { placeOf, schoolLessons } from './school-lessons.ts';

/** Prints what the answers of the school suggest to change, at the line of each item. */
export async function run(args: readonly string[]): Promise<number> {
  const { library, lessons, json } = await schoolLessons(args);
  const found = lessons.flatMap(({ lesson, answered }) =>
    suggestions(answered).map((suggestion) => ({
      lessonId: lesson.id,
      ...placeOf(library, suggestion.itemId),
      ...suggestion,
      ...suggestionText(suggestion),
    })),
  );
  const items = lessons.flatMap(({ answered }) => answered.items).length;
  if (json) console.log(JSON.stringify({ items, suggestions: found }));
  else {
    for (const { file, line, itemId, kind, says, edit } of found)
      console.log(`${file}:${line}  ${kind}  ${itemId}\n  ${says}\n  ${edit}\n`);
    console.log(
      `${found.length} suggestion${found.length === 1 ? '' : 's'} for ${items} answered item${items === 1 ? '' : 's'}. Of what is suggested at most one in twenty is wrong on average; read the question before you change it.`,
    );
  }
  return 0;
}
