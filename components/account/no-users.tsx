import { Notice } from '#components/ui/notice.tsx';

/** Shown when the server has no accounts yet. */
export function NoUsers() {
  return (
    <Notice title="There are no accounts yet">
      <p>Create the first one on the server, in the Surefoot folder:</p>
      <pre className="code-box">
        <code>npm run admin -- create-owner</code>
      </pre>
      <p>It asks for a name and a password. Then return to this page and sign in.</p>
    </Notice>
  );
}
