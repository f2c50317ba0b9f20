import { SignOut } from './sign-out.tsx';

/** Signing out on this device or on all devices. */
export function SignOutForms() {
  return (
    <>
      <p className="text-ink-soft">
        On a shared computer, sign out when you leave. Signing out everywhere also signs you out on all your
        other devices.
      </p>
      <div className="flex flex-wrap gap-3">
        <SignOut />
        <SignOut kind="danger" everywhere />
      </div>
    </>
  );
}
