/** How often each pattern 00000, 00001 … 11111 was given. */
const patterns = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
  28, 298,
];

/**
 * Section 6 of the Law School Admission Test, 1,000 people and 5 items (Bock and Lieberman, Psychometrika 35, 1970), for
 * which the R package ltm prints estimates (Rizopoulos, Journal of Statistical Software 17(5), 2006).
 */
export const lsat: readonly (readonly number[])[] = patterns.flatMap((count, pattern) =>
  Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit ? 1 : 0))),
);
