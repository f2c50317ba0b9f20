import { LateNotFound } from '#components/shell/late-not-found.tsx';

export default function NotFound() {
  return <LateNotFound />;
}
