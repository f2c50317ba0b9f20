/** Storage like a browser's: stored values are own properties, the functions are not. */
export function memoryStorage(): Storage {
  const methods = {
    getItem: (name: string) => Reflect.get(stored, name) ?? null,
    setItem: (name: string, value: string) => Reflect.set(stored, name, value),
    removeItem: (name: string) => Reflect.deleteProperty(stored, name),
  };
  const stored: Storage = Object.create(methods);
  return stored;
}
