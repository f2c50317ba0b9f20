/** Fewest answers from which a figure is shown; below it is null, "not enough answers". One table for all pages. */
export const minAnswers = {
  /** Ten put the interval of a facility of one half at .24 to .76: easy and hard can be told apart. */
  facility: 10,
  /** Thirty put a correlation of .36 just above 0; with fewer its sign is not known. Index and efficiency are the same. */
  discrimination: 30,
  /** Twenty let an option that a fifth takes be taken by somebody with a chance of 99 %. */
  options: 20,
  /** Of 20 keys of fifty students three of four wrong ones are found and 3 of 100 right ones suspected; of a hundred, nine of ten and 2. */
  key: 50,
  /** Ten have a quarter on either side of the quartiles, two or three answers each. */
  time: 10,
  /** Fifty people give difficulties a standard error of about a third of a logit. */
  rasch: 50,
  /** Slopes need more: with two hundred people their standard error is about .25. */
  slopes: 200,
} as const;
