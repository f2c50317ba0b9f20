/** What the seeded school offers to a benchmark; written by `seed.ts`. Cookies are whole headers. */
export interface SchoolPlan {
  readonly lesson: { readonly introduction: string; readonly deep: string; readonly try: string };
  readonly challenge: string;
  readonly test: string;
  readonly classPath: string;
  readonly teacher: string;
  /** Students with a history of answers; the first is the one that the README introduces. */
  readonly students: readonly string[];
  /** For each of many new students the answers to the questions of Try: each question first wrong, then right. */
  readonly answers: readonly {
    readonly cookie: string;
    readonly forms: readonly (readonly (readonly [name: string, value: string])[])[];
  }[];
}
