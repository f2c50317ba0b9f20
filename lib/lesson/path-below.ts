/** The path of an activity below that of its lesson; the first one is at the path of the lesson itself. */
export const pathBelow = (lessonPath: string, activity: string): string =>
  activity === 'introduction' ? lessonPath : `${lessonPath}/${activity}`;
