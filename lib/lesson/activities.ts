import type { Mode } from './delivery.ts';

/** A kind of activity: one of the ten ways into a lesson, or the test. */
export interface ActivityKind {
  readonly slug: string;
  readonly file: string;
  readonly title: string;
  readonly about: string;
  /** Minutes shown if the author states none. */
  readonly minutes: number;
  readonly mode: Mode;
  /** Whether it is a text in which questions are quick checks of what was just read. */
  readonly isReading?: boolean;
}

export const activityKinds = [
  {
    slug: 'introduction',
    file: 'lesson.mdx',
    title: 'Introduction',
    about: 'What it is and when you want it',
    minutes: 5,
    mode: 'practice',
    isReading: true,
  },
  {
    slug: 'why',
    file: 'why.mdx',
    title: 'Why',
    about: 'The problem it solves',
    minutes: 3,
    mode: 'practice',
    isReading: true,
  },
  {
    slug: 'deep',
    file: 'deep.mdx',
    title: 'Deep dive',
    about: 'A mental model, built up in levels',
    minutes: 15,
    mode: 'practice',
    isReading: true,
  },
  {
    slug: 'visualize',
    file: 'visualize.mdx',
    title: 'Visualize',
    about: 'Step through a run, value by value',
    minutes: 10,
    mode: 'practice',
    isReading: true,
  },
  {
    slug: 'try',
    file: 'try.mdx',
    title: 'Try',
    about: 'Fill the gaps in real code',
    minutes: 10,
    mode: 'try',
  },
  {
    slug: 'challenge',
    file: 'challenge.mdx',
    title: 'Challenge',
    about: 'Five problems against the clock, for the badge',
    minutes: 20,
    mode: 'challenge',
  },
  {
    slug: 'project',
    file: 'project.mdx',
    title: 'Project',
    about: 'Build it, step by step',
    minutes: 20,
    mode: 'practice',
  },
  {
    slug: 'review',
    file: 'review.mdx',
    title: 'Review',
    about: 'Cards, questions and free recall',
    minutes: 5,
    mode: 'review',
  },
  {
    slug: 'scale',
    file: 'scale.mdx',
    title: 'Scale',
    about: 'What it costs and how that grows',
    minutes: 8,
    mode: 'practice',
    isReading: true,
  },
  {
    slug: 'practice',
    file: 'practice.mdx',
    title: 'Practice',
    about: 'Questions with worked solutions',
    minutes: 10,
    mode: 'practice',
  },
] as const satisfies readonly ActivityKind[];

export const testKind = {
  slug: 'test',
  file: 'pool.mdx',
  title: 'Test this concept',
  about: 'A short test says how sure we can be that you know it',
  minutes: 10,
  mode: 'test',
} as const satisfies ActivityKind;

export type ActivitySlug = (typeof activityKinds)[number]['slug'] | 'test';

export function activityKind(slug: string): (ActivityKind & { readonly slug: ActivitySlug }) | undefined {
  return slug === testKind.slug ? testKind : activityKinds.find((kind) => kind.slug === slug);
}

/** Whether a file of a lesson belongs to a kind of activity. A big pool has several files, in a folder. */
export const isFileOf = ({ slug, file }: ActivityKind, name: string): boolean =>
  name === file || (slug === testKind.slug && /^pool\/[^/]+\.mdx$/.test(name));
