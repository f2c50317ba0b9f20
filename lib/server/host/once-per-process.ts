/**
 * What `make` returned at its first call under this name. It is kept on globalThis, since a server has several bundles
 * with the same module and a module's own variable would exist once in each.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const symbol = Symbol.for(`surefoot.${name}`);
  const existing: T | undefined = Reflect.get(globalThis, symbol);
  if (existing !== undefined) return existing;
  const made = make();
  Reflect.set(globalThis, symbol, made);
  return made;
}
