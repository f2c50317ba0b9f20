import type { Item, SecretItem } from '#lib/item/registry.ts';
import type { Secret } from '#lib/secret.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { ActivitySlug } from './activities.ts';
import type { Delivery } from './delivery.ts';

/** A course: an ordered list of lessons with a page of its own. */
export interface Track {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: Rich;
  readonly lessons: readonly Lesson[];
}

/** One concept. `id` is stable for life; `slug` is the folder's name and may change. */
export interface Lesson {
  readonly id: string;
  readonly track: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly Objective[];
  readonly prerequisites: readonly string[];
  readonly badge: BadgeRule | null;
  readonly authors: readonly string[];
  readonly sources: readonly Source[];
  readonly updated: string;
  /** SHA-256 of all source files and of the versions of variants, in hexadecimal: the lesson's content version. */
  readonly hash: string;
  readonly activities: readonly Activity[];
  /** Items of *Test this concept*, drawn from by the server. */
  readonly pool: readonly Item[];
  /** The other half of every item, by item id. Never serialised. */
  readonly secrets: ReadonlyMap<string, Secret<SecretItem>>;
}

export interface Activity {
  readonly slug: ActivitySlug;
  readonly minutes: number;
  readonly body: Rich;
  /** How it is served: by its kind, with the author's changes. */
  readonly delivery: Delivery;
  /** In the order in which the body shows them. */
  readonly items: readonly Item[];
}

export interface Objective {
  readonly id: string;
  readonly text: string;
  /** Passages that teach it, the best first; empty if the author names none. */
  readonly read: readonly Passage[];
}

/** A part of a lesson's text. */
export interface Passage {
  readonly activity: ActivitySlug;
  /** The text of the heading, or the title of the activity. */
  readonly title: string;
  /** The heading's id in the page; null for the whole activity. */
  readonly anchor: string | null;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface BadgeRule {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly rule: 'challenge' | 'test' | 'lesson';
}

/** A fault in a source file: its position, its rule, and a message that says how to correct it. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
  readonly itemId?: string;
}
