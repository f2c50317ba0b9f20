/** The HTML of the static sections of a text, in their order. */
export type StaticSections = readonly string[];

/** Enough for all pages and questions that are read at a time; another one is made again when it is asked for. */
const longestStore = 2_000;
const globalName = Symbol.for('surefoot.static-texts');

/** The texts of this process by hash. They are on globalThis, since a server has several bundles with this module. */
function store(): Map<string, StaticSections> {
  const existing: Map<string, StaticSections> | undefined = Reflect.get(globalThis, globalName);
  if (existing) return existing;
  const made = new Map<string, StaticSections>();
  Reflect.set(globalThis, globalName, made);
  return made;
}

export function findStaticText(hash: string): StaticSections | undefined {
  return store().get(hash);
}

export function keepStaticText(hash: string, sections: StaticSections): void {
  const texts = store();
  const [oldest] = texts.keys();
  if (oldest !== undefined && texts.size >= longestStore) texts.delete(oldest);
  texts.set(hash, sections);
}
