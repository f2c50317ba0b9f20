import { Counter } from './counter.tsx';
import { Prose } from './prose.tsx';

export const dynamic = 'force-static';

/** A page that is rendered once, at build time: about 24 kB. */
export default function StaticPage() {
  return (
    <>
      <h1>A static page</h1>
      <Counter />
      <Prose paragraphs={26} />
    </>
  );
}
