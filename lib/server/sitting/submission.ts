import { z } from 'zod';
import { one } from '#lib/server/door/form-values.ts';

const fields = z.record(z.string().max(120), z.array(z.string().max(40_000)).max(60));

/**
 * An answer as a form posts it: which item of which sitting it answers, and all fields, of which the kind of item reads
 * its own. Pages post the idempotency key as `key`.
 */
export const Submission = fields
  .transform((posted) => ({ ...posted, fields: posted }))
  .pipe(
    z.object({
      lesson: one(z.string().max(120)),
      activity: one(z.string().max(40)),
      sitting: one(z.coerce.number().int().min(1)),
      item: one(z.string().max(120)),
      version: one(z.string().max(64)),
      key: one(z.string().min(1).max(400)),
      fields,
    }),
  )
  .transform(({ key, ...submission }) => ({ ...submission, idempotencyKey: key }));
export type Submission = z.infer<typeof Submission>;
