/** Statuses of refusals that are not simply unprocessable. */
const statuses = new Map([
  ['invalid', 400],
  ['wrong', 403],
  ['disabled', 403],
  ['closed', 403],
  ['not-found', 404],
  ['unknown-code', 404],
  ['too-many', 429],
  ['busy', 503],
  ['too-busy', 503],
]);

/** The HTTP status of a refused form: 422 where none says more about its reason. */
export function statusOfRefusal(reason: string): number {
  return statuses.get(reason) ?? 422;
}
