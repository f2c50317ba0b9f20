/** Like a browser's: what is stored is seen as properties, the functions are not. */
export function storage(): Storage {
  const methods = {
    getItem: (name: string) => Reflect.get(kept, name) ?? null,
    setItem: (name: string, value: string) => Reflect.set(kept, name, value),
    removeItem: (name: string) => Reflect.deleteProperty(kept, name),
  };
  const kept: Storage = Object.create(methods);
  return kept;
}
