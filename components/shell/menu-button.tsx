import { RareIcon } from '#components/ui/rare-icon.tsx';
import { siteMenuId } from './site-menu-id.ts';

/** Opens the navigation on a phone. */
export function MenuButton() {
  return (
    <button
      type="button"
      popoverTarget={siteMenuId}
      aria-label="Menu"
      className="-me-3 grid size-[44px] place-items-center rounded-md lg:hidden"
    >
      <RareIcon name="menu" size={24} />
    </button>
  );
}
