/** Shown on a page that the browser has kept and shows without a connection. */
export function OfflineNote() {
  return (
    <p className="kept-note no-print bg-unsure-tint px-4 py-2 text-center text-sm">
      No connection. You see this page as it was when you last opened it here. Hints need a connection.
    </p>
  );
}
