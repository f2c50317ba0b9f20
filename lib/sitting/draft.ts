import type { FormFields } from '#lib/item/item-type.ts';

/** What somebody has typed or arranged and not yet checked, for one item of one sitting. */
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
  /** Saves that differ and were made without knowledge of the draft, newest first. */
  readonly others: readonly OtherSave[];
  /** The last turn heard of each page, newest page first: what is sent twice is stored once. */
  readonly turns: readonly Turn[];
}

export interface OtherSave {
  readonly id: string;
  readonly fields: FormFields;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The page whose next save takes its place; null for one that was put aside on purpose. */
  readonly of: string | null;
}

export interface Turn {
  readonly device: string;
  readonly turn: number;
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

/** Who prefers one of the other saves. */
export interface Choice extends Pick<Save, 'device' | 'savedAt'> {
  canBeGraded(fields: FormFields): boolean;
}

/** Put aside beside the draft; more pages than these at once on one question are not one person's. */
const mostOthers = 4;
const mostTurns = 16;

/**
 * The draft after a save; the same one when nothing changed. The newer save becomes the draft. Where it was made
 * without knowledge of the one before, and says something else, that one is kept beside it.
 */
export function afterSave(before: Draft | undefined, save: Save): Draft {
  const { fields, device, savedAt } = save;
  if (before && wasHeard(before, save)) return before;
  const valid = save.valid
    ? { validFields: fields, validAt: savedAt }
    : { validFields: before?.validFields ?? null, validAt: before?.validAt ?? null };
  const turns = [save, ...(before?.turns ?? []).filter((turn) => turn.device !== device)]
    .slice(0, mostTurns)
    .map(({ device, turn }) => ({ device, turn }));
  if (!before) return { fields, savedAt, revision: 1, device, ...valid, others: [], turns };
  if (sameFields(before.fields, fields)) return { ...before, device, ...valid, turns };
  const knew = save.base === before.revision || before.device === device;
  const others = knew ? before.others : [aside(before, before.device), ...before.others];
  return {
    fields,
    savedAt,
    revision: before.revision + 1,
    device,
    ...valid,
    others: cleared(others, fields, knew ? null : device),
    turns,
  };
}

/** The draft and one of the others change places; both stay. Unknown ids change nothing. */
export function afterChoice(before: Draft, id: string, choice: Choice): Draft {
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
    others: cleared([aside(before, null), ...before.others], chosen.fields, null),
  };
}

function aside({ fields, savedAt, device, revision }: Draft, of: string | null): OtherSave {
  return { id: `${device}.${revision}`, fields, savedAt: savedAt.getTime(), of };
}

/** Without what the draft says itself, and without the earlier save of the page that has just made a newer one. */
function cleared(others: readonly OtherSave[], fields: FormFields, device: string | null): OtherSave[] {
  return others
    .filter((other) => !sameFields(other.fields, fields) && (device === null || other.of !== device))
    .slice(0, mostOthers);
}

function wasHeard({ turns }: Draft, { device, turn }: Save): boolean {
  return turns.some((heard) => heard.device === device && heard.turn >= turn);
}

/** The same names with the same values in the same order; the order of the names says nothing. */
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
