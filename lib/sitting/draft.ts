import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';

/** What a learner has typed or arranged and not yet submitted, for one item of one sitting. */
export interface Draft {
  /** The newest save, as posted: with the sitting's names. */
  readonly fields: FormFields;
  readonly savedAt: Date;
  /** Raised by each save that changed something. */
  readonly revision: number;
  /** The page that saved last: a random id, another one for each page that is opened. */
  readonly device: string;
  /** The newest save that could be graded; null as long as none could. */
  readonly validFields: FormFields | null;
  readonly validAt: Date | null;
  /** Conflicting saves: they differ and were made without knowledge of the draft. Newest first. */
  readonly others: readonly ConflictingSave[];
  /** The last turn received from each page, newest page first: what is sent twice is stored once. */
  readonly turns: readonly Turn[];
}

export interface ConflictingSave {
  readonly id: string;
  readonly fields: FormFields;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The page whose next save replaces it; null for one that the learner put aside with *Use that one*. */
  readonly of: string | null;
}

export interface Turn {
  readonly device: string;
  readonly turn: number;
}

/** The draft as its page shows it. */
export interface DraftState {
  /** With the ids of the page's view; null without a draft, or when its fields do not fit the item. */
  readonly draft: Answer | null;
  /** Raised by each save of the draft; 0 without one. */
  readonly draftRevision: number;
  /** Conflicting saves of other pages, newest first. */
  readonly otherDrafts: readonly ConflictingDraft[];
}

export interface ConflictingDraft {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** One save as a page makes it. */
export interface Save {
  readonly fields: FormFields;
  readonly device: string;
  /** Counts the saves of that page, from 1. */
  readonly turn: number;
  /** The revision that the page knew; 0 is none. */
  readonly base: number;
  readonly savedAt: Date;
  /** It could be graded. */
  readonly valid: boolean;
}

/** The page on which a conflicting save was chosen, and when. */
export interface ConflictChoice extends Pick<Save, 'device' | 'savedAt'> {
  canBeGraded(fields: FormFields): boolean;
}

/** More pages than this are not open on one question of one person at once. */
const maxConflicts = 4;
const maxTurns = 16;

/**
 * The draft after a save; the same one when nothing changed. The newer save becomes the draft. If it was made without
 * knowledge of the draft before it and differs from it, that draft is kept as a conflicting save.
 */
export function afterSave(before: Draft | undefined, save: Save): Draft {
  const { fields, device, savedAt } = save;
  if (before && wasReceived(before, save)) return before;
  const valid = save.valid
    ? { validFields: fields, validAt: savedAt }
    : { validFields: before?.validFields ?? null, validAt: before?.validAt ?? null };
  const turns = [save, ...(before?.turns ?? []).filter((turn) => turn.device !== device)]
    .slice(0, maxTurns)
    .map(({ device, turn }) => ({ device, turn }));
  if (!before) return { fields, savedAt, revision: 1, device, ...valid, others: [], turns };
  if (sameFields(before.fields, fields)) return { ...before, device, ...valid, turns };
  const knew = save.base === before.revision || before.device === device;
  const others = knew ? before.others : [asConflict(before, before.device), ...before.others];
  return {
    fields,
    savedAt,
    revision: before.revision + 1,
    device,
    ...valid,
    others: withoutObsolete(others, fields, knew ? null : device),
    turns,
  };
}

/** Exchanges the draft and one of its conflicting saves; both are kept. An unknown id changes nothing. */
export function afterChoice(before: Draft, id: string, choice: ConflictChoice): Draft {
  const chosen = before.others.find((other) => other.id === id);
  if (!chosen) return before;
  const { device, savedAt, canBeGraded } = choice;
  const valid = canBeGraded(chosen.fields) ? { validFields: chosen.fields, validAt: savedAt } : {};
  return {
    ...before,
    fields: chosen.fields,
    savedAt,
    revision: before.revision + 1,
    device,
    ...valid,
    others: withoutObsolete([asConflict(before, null), ...before.others], chosen.fields, null),
  };
}

function asConflict({ fields, savedAt, device, revision }: Draft, of: string | null): ConflictingSave {
  return { id: `${device}.${revision}`, fields, savedAt: savedAt.getTime(), of };
}

/** Without saves equal to the draft, and without the earlier save of the page that has just made a newer one. */
function withoutObsolete(
  others: readonly ConflictingSave[],
  fields: FormFields,
  device: string | null,
): ConflictingSave[] {
  return others
    .filter((other) => !sameFields(other.fields, fields) && (device === null || other.of !== device))
    .slice(0, maxConflicts);
}

function wasReceived({ turns }: Draft, { device, turn }: Save): boolean {
  return turns.some((received) => received.device === device && received.turn >= turn);
}

/** Whether both hold the same names with the same values in the same order; the order of the names is ignored. */
export function sameFields(a: FormFields, b: FormFields): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [left, right] = [a[name] ?? [], Object.hasOwn(b, name) ? (b[name] ?? []) : null];
      return right !== null && left.length === right.length && left.every((value, at) => value === right[at]);
    })
  );
}
