// @ts-check

const block = 512;

/**
 * The regular files of an unpacked tar archive, by path from the root.
 * @param {Uint8Array} archive
 * @returns {Map<string, Uint8Array>}
 */
export function unpack(archive) {
  const files = new Map();
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    new TextDecoder().decode(archive.subarray(from, from + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const kind = text(at + 156, 1);
    const name = `${text(at + 345, 155)}/${text(at, 100)}`.replace(/^\/?(\.\/)?/, '/');
    if (kind === '0' || kind === '') files.set(name, archive.subarray(at + block, at + block + size));
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}
