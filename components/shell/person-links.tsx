import { Link } from '#components/ui/link.tsx';
import { RareIcon } from '#components/ui/rare-icon.tsx';

/** The user’s own pages and signing out. The form is a plain one: its reply clears what is stored here. */
export function PersonLinks() {
  return (
    <>
      <ul>
        <li>
          <Link href="/profile">
            <RareIcon name="user" />
            Profile
          </Link>
        </li>
        <li>
          <Link href="/progress">
            <RareIcon name="bars" />
            Progress
          </Link>
        </li>
        <li>
          <Link href="/notes">
            <RareIcon name="book" />
            Notes
          </Link>
        </li>
        <li>
          <Link href="/profile#settings">
            <RareIcon name="settings" />
            Settings
          </Link>
        </li>
      </ul>
      <form action="/api/auth/leave" method="post">
        <button type="submit">
          <RareIcon name="leave" />
          Sign out
        </button>
      </form>
    </>
  );
}
