/** The minimum number of answers for each figure. With fewer it is null, "not enough answers", on every page. */
export const minAnswers = {
  /** Ten put the interval of a facility of one half at .24 to .76: easy and hard can be told apart. */
  facility: 10,
  /** Thirty put a correlation of .36 just above 0; with fewer its sign is not known. Index and efficiency are the same. */
  discrimination: 30,
  /** With twenty, an option that a fifth of the students choose is chosen at least once with a probability of 99 %. */
  options: 20,
  /** With fifty students and 20 keys, 3 of 4 wrong keys are found and 3 of 100 right ones suspected; with a hundred, 9 of 10 and 2. */
  key: 50,
  /** Ten have a quarter on either side of the quartiles, two or three answers each. */
  time: 10,
  /** Fifty people give difficulties a standard error of about a third of a logit. */
  rasch: 50,
  /** Slopes need more: with two hundred people their standard error is about .25. */
  slopes: 200,
} as const;
