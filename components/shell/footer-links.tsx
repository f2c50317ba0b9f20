import { Link } from '#components/ui/link.tsx';
import { LogoMark } from '#components/ui/logo.tsx';

/** The name of the site and the links at the foot of every page. */
export function FooterLinks() {
  return (
    <>
      <span className="inline-flex items-center gap-3">
        <LogoMark />
        Surefoot
      </span>
      <nav aria-label="More">
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <Link href="/help" className="inline-block py-2.5 hover:text-ink">
              Handbook
            </Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
