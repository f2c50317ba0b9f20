/** An item that may belong to a group of which no test has two items. */
export interface Groupable {
  readonly apart?: string;
}

/** The groups of which one item is among these. */
export const groupsOf = (items: readonly Groupable[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ apart }) => (apart === undefined ? [] : [apart])));

/** Whether a test that has an item of each of these groups may have this item too. */
export const fitsBeside = ({ apart }: Groupable, groups: ReadonlySet<string>): boolean =>
  apart === undefined || !groups.has(apart);

/** How many of these items one test can have: of each group, one. */
export const mostInTest = (items: readonly Groupable[]): number =>
  items.filter(({ apart }) => apart === undefined).length + groupsOf(items).size;
