/** A simulated share of `tests` tests in percent. None of them is stated as the bound that it proves, 3/n with 95 % confidence. */
export function shareText(share: number, tests: number): string {
  return share === 0 ? `< ${Math.max(0.1, 300 / tests).toFixed(1)} %` : `${(100 * share).toFixed(1)} %`;
}
