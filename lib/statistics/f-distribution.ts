/** The value below which a share of Fisher's F distribution lies, by bisection of its distribution function. */
export function quantileOfF(share: number, above: number, below: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, above / 2, below / 2) < share) low = middle;
    else high = middle;
  }
  const x = (low + high) / 2;
  return (below * x) / (above * (1 - x));
}

/** I_x(a, b) by its continued fraction (Abramowitz and Stegun, 26.5.8), which converges fast below the mean. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let value = 1;
  let [c, d] = [1, 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))];
  value = d;
  for (let m = 1; m <= 400; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return front * value;
}

const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** log of the gamma function above 0: Stirling's series, after the recurrence has brought x to 10 or more. */
function logGamma(x: number): number {
  let [at, shift] = [x, 0];
  for (; at < 10; at += 1) shift -= Math.log(at);
  const square = at * at;
  const series = 1 / (12 * at) - 1 / (360 * at * square) + 1 / (1260 * at * square ** 2);
  return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series;
}
