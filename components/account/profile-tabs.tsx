import { NavLink, Tabs } from '#components/ui/nav-link.tsx';

const sections = [
  { href: '/profile', label: 'Me' },
  { href: '/progress', label: 'Progress' },
  { href: '/notes', label: 'Notes' },
  { href: '/profile#settings', label: 'Settings' },
  { href: '/profile/privacy', label: 'Privacy' },
] as const;

/** The pages about oneself. */
export function ProfileTabs({ current }: { current: (typeof sections)[number]['href'] }) {
  return (
    <div className="mb-8">
      <Tabs label="About me">
        {sections.map(({ href, label }) => (
          <NavLink key={href} href={href} current={href === current}>
            {label}
          </NavLink>
        ))}
      </Tabs>
    </div>
  );
}
