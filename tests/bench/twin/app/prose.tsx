/** Paragraphs of equal length, each with some inline markup, as a lesson has them. */
export function Prose({ paragraphs }: { paragraphs: number }) {
  return Array.from({ length: paragraphs }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs never change their order
    <section key={at}>
      <h2>Part {at + 1}</h2>
      <p>
        A pipeline that ran yesterday and fails today has changed <em>somewhere</em>: in its code, in its data
        or in the machine below. Number {at * 7919} is <strong>one of many</strong> things to <code>pin</code>
        .
      </p>
    </section>
  ));
}
