import type { ReactNode } from 'react';

export function ProfileSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-8">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}
