import { LazyNotFound } from '#components/shell/lazy-not-found.tsx';

export default function NotFound() {
  return <LazyNotFound />;
}
