import { Link } from '#components/ui/link.tsx';
import { Logo } from '#components/ui/logo.tsx';

/** The name of the site, which leads to its first page. */
export function HomeLink() {
  return (
    <Link href="/" className="-mx-1 rounded-sm px-1 py-2 no-underline">
      <Logo />
    </Link>
  );
}
