import { instant, integer, json, primaryKey, table, text } from '#db/columns.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import type { ConflictingSave, Turn } from '#lib/sitting/draft.ts';
import { sittings } from './sittings.ts';

/** Answers that are typed but not submitted. A row is deleted when the answer is recorded or the sitting closes. */
export const drafts = table(
  'drafts',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    itemId: text('item_id').notNull(),
    /** As posted, with the sitting's names for ids. */
    fields: json<FormFields>('fields').notNull(),
    savedAt: instant('saved_at').notNull(),
    revision: integer('revision').notNull(),
    device: text('device').notNull(),
    validFields: json<FormFields>('valid_fields'),
    validAt: instant('valid_at'),
    others: json<readonly ConflictingSave[]>('others').notNull(),
    turns: json<readonly Turn[]>('turns').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sittingId, t.itemId] })],
);
