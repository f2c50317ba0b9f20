import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';

/** An answer to one item of one sitting that is not submitted yet. */
export interface Draft {
  /** The newest save as posted, with the sitting's ids. */
  readonly fields: FormFields;
  readonly savedAt: Date;
  /** Incremented by each save that changes something. */
  readonly revision: number;
  /** The random id of the page that saved last. */
  readonly device: string;
  /** The newest save that can be graded; null when none can. */
  readonly validFields: FormFields | null;
  readonly validAt: Date | null;
  /** Saves that differ from the draft and were made on pages that had not loaded it. Newest first. */
  readonly others: readonly ConflictingSave[];
  /** The last turn received from each page, most recent page first. It identifies repeated saves. */
  readonly turns: readonly Turn[];
}

export interface ConflictingSave {
  readonly id: string;
  readonly fields: FormFields;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The page whose next save replaces it; null for a draft that the learner replaced with *Use that one*. */
  readonly of: string | null;
}

export interface Turn {
  readonly device: string;
  readonly turn: number;
}

/** The draft as a page shows it. */
export interface DraftState {
  /** With the ids of the page's view; null without a draft, or when its fields do not fit the item. */
  readonly draft: Answer | null;
  /** Incremented by each save of the draft; 0 without one. */
  readonly draftRevision: number;
  /** Conflicting saves of other pages, newest first. */
  readonly otherDrafts: readonly ConflictingDraft[];
}

export interface ConflictingDraft {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** One save as a page sends it. */
export interface Save {
  readonly fields: FormFields;
  readonly device: string;
  /** Counts the saves of that page, from 1. */
  readonly turn: number;
  /** The revision that the page had loaded; 0 without one. */
  readonly base: number;
  readonly savedAt: Date;
  /** Whether it can be graded. */
  readonly valid: boolean;
}

/** The page on which a conflicting save was chosen, and when. */
export interface ConflictChoice extends Pick<Save, 'device' | 'savedAt'> {
  canBeGraded(fields: FormFields): boolean;
}

/** Limits on the conflicting saves and pages that are stored with a draft. */
const maxConflicts = 4;
const maxTurns = 16;

/**
 * The draft after a save; the same object when the save was received before. The save becomes the draft. If it differs
 * from the previous draft and its page had not loaded that one, the previous draft becomes a conflicting save.
 */
export function afterSave(previous: Draft | undefined, save: Save): Draft {
  const { fields, device, savedAt } = save;
  if (previous && wasReceived(previous, save)) return previous;
  const valid = save.valid
    ? { validFields: fields, validAt: savedAt }
    : { validFields: previous?.validFields ?? null, validAt: previous?.validAt ?? null };
  const turns = [save, ...(previous?.turns ?? []).filter((turn) => turn.device !== device)]
    .slice(0, maxTurns)
    .map(({ device, turn }) => ({ device, turn }));
  if (!previous) return { fields, savedAt, revision: 1, device, ...valid, others: [], turns };
  if (sameFields(previous.fields, fields)) return { ...previous, device, ...valid, turns };
  const hadLoaded = save.base === previous.revision || previous.device === device;
  const others = hadLoaded ? previous.others : [asConflict(previous, previous.device), ...previous.others];
  return {
    fields,
    savedAt,
    revision: previous.revision + 1,
    device,
    ...valid,
    others: withoutObsolete(others, fields, hadLoaded ? null : device),
    turns,
  };
}

/** Swaps the draft with one of its conflicting saves; both are kept. An unknown id changes nothing. */
export function afterChoice(previous: Draft, id: string, choice: ConflictChoice): Draft {
  const chosen = previous.others.find((other) => other.id === id);
  if (!chosen) return previous;
  const { device, savedAt, canBeGraded } = choice;
  const valid = canBeGraded(chosen.fields) ? { validFields: chosen.fields, validAt: savedAt } : {};
  return {
    ...previous,
    fields: chosen.fields,
    savedAt,
    revision: previous.revision + 1,
    device,
    ...valid,
    others: withoutObsolete([asConflict(previous, null), ...previous.others], chosen.fields, null),
  };
}

function asConflict({ fields, savedAt, device, revision }: Draft, of: string | null): ConflictingSave {
  return { id: `${device}.${revision}`, fields, savedAt: savedAt.getTime(), of };
}

/** Removes saves that equal the draft, and the earlier save of the page that has just sent a newer one. */
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

/** Whether both have the same names, each with the same values in the same order. The order of the names does not matter. */
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
