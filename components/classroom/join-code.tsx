/** A class's code, large enough to be read from the back of a room. */
export function JoinCode({ code }: { code: string }) {
  return (
    <div className="max-w-md">
      <p className="rounded-md border border-line bg-paper-raised px-4 py-3 text-center font-code text-2xl tracking-wider">
        {code}
      </p>
      <p className="mt-2 text-sm text-ink-soft">
        Students type it at <b>/join</b>, when signed in or while creating an account. Anyone who has it can
        join.
      </p>
    </div>
  );
}
