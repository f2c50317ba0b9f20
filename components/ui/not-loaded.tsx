export interface NotLoadedProps {
  onRetry: () => void;
}

/** Stands in the place of a part of the page whose script did not arrive. */
export function NotLoaded({ onRetry }: NotLoadedProps) {
  return (
    <p role="status" className="not-loaded my-4">
      This part of the page has not loaded yet.{' '}
      <button type="button" onClick={onRetry} className="font-semibold underline">
        Load again
      </button>
    </p>
  );
}
