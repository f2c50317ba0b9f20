import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';

/** The names of the fields that address an answer; they are no part of it. */
export const addressNames: ReadonlySet<string> = new Set([
  'lesson',
  'activity',
  'sitting',
  'item',
  'version',
  'key',
]);

/** Which sitting a form is about. */
export function AddressFields({ address }: { address: SittingAddress }) {
  return (
    <>
      <input type="hidden" name="lesson" value={address.lessonId} />
      <input type="hidden" name="activity" value={address.activity} />
      <input type="hidden" name="sitting" value={address.ordinal} />
    </>
  );
}

/** Which item of the sitting, in which version, and which attempt. */
export function ItemAddressFields({ address, item }: { address: SittingAddress; item: ServedItem }) {
  return (
    <>
      <AddressFields address={address} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="key" value={item.state.idempotencyKey} />
    </>
  );
}
