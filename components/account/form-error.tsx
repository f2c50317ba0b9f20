import { Notice } from '#components/ui/notice.tsx';

/** What is wrong with a form as a whole. */
export function FormError({ children }: { children: string | undefined }) {
  return children ? (
    <Notice kind="wrong" title="Not sent" live>
      {children}
    </Notice>
  ) : null;
}
