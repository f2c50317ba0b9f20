import { Notice } from '#components/ui/notice.tsx';

/** An error that concerns the form as a whole. */
export function FormError({ children }: { children: string | undefined }) {
  return children ? (
    <Notice kind="wrong" title="Not sent" live>
      {children}
    </Notice>
  ) : null;
}
