import { describe, expect, test } from 'vitest';
import {
  afterReply,
  announcementDue,
  type ClockAnnouncement,
  type ClockReading,
  leftMs,
} from './clock-reading.ts';

// The server's clock shows 1,000,000 while the steady clock of the page shows 500; 90 seconds are left.
const reading: ClockReading = { now: 1_000_000, deadline: 1_090_000, steadyNow: 500, credits: [] };

describe('the time left', () => {
  test.each([
    { steady: 500, left: 90_000 },
    { steady: 30_500, left: 60_000 },
    { steady: 90_500, left: 0 },
    { steady: 200_000, left: 0 },
  ])('at $steady on the steady clock $left ms are left', ({ steady, left }) =>
    expect(leftMs(reading, steady)).toBe(left),
  );

  test('is null without a clock', () => expect(leftMs({ ...reading, deadline: null }, 30_500)).toBeNull());
});

describe('a resync', () => {
  const reply = { now: 1_030_000, deadline: 1_090_000, credits: [] };

  test('subtracts half of the round trip', () => {
    const next = afterReply(reading, reply, { sentAt: 30_000, arrivedAt: 30_400 });
    expect(leftMs(next, 30_400)).toBe(59_800);
  });

  test.each([
    { at: 500, left: 59_000, why: 'the earlier reading stays when the reply allows it' },
    { at: 5_500, left: 60_000, why: 'a slow clock is corrected by the smallest possible amount' },
    { at: -9_500, left: 56_000, why: 'a fast clock is corrected by the smallest possible amount' },
  ])('after a long round trip $why', ({ at, left }) => {
    // The round trip took 4 seconds and the reply reads 1,030,000: on arrival the server’s clock shows 1,030,000 to 1,034,000.
    const next = afterReply({ ...reading, steadyNow: at }, reply, { sentAt: 27_500, arrivedAt: 31_500 });
    expect(leftMs(next, 31_500)).toBe(left);
  });

  test('uses the server’s time when the steady clock stopped during sleep', () => {
    const slept = { ...reply, now: 1_080_000 };
    const next = afterReply(reading, slept, { sentAt: 10_000, arrivedAt: 10_100 });
    expect(leftMs(next, 10_100)).toBe(9_950);
  });

  test('C7: applies a later deadline', () => {
    const longer = { ...reply, deadline: 1_135_000 };
    const next = afterReply(reading, longer, { sentAt: 30_500, arrivedAt: 30_500 });
    expect(leftMs(next, 30_500)).toBe(105_000);
  });
});

describe('announcements to screen readers', () => {
  const spoken = (full: number, begun: number): (ClockAnnouncement | null)[] => {
    const said = new Set<ClockAnnouncement>();
    const all: (ClockAnnouncement | null)[] = [];
    for (let left = begun; left >= 0; left -= 250) {
      const moment = announcementDue({ begun, left, full }, said);
      if (moment === null) continue;
      said.add(moment);
      all.push(moment);
    }
    return all;
  };

  test.each([
    { full: 180_000, begun: 180_000, all: ['half', 'minute', 'seconds'] },
    { full: 120_000, begun: 120_000, all: ['minute', 'seconds'] },
    { full: 90_000, begun: 90_000, all: ['minute', 'half', 'seconds'] },
    { full: 180_000, begun: 50_000, all: ['seconds'] },
    { full: 1_800_000, begun: 1_800_000, all: ['half', 'minute', 'seconds'] },
  ])('of $full ms with $begun left: $all', ({ full, begun, all }) =>
    expect(spoken(full, begun)).toEqual(all),
  );

  test('added time does not repeat an announcement', () =>
    expect(
      announcementDue({ begun: 180_000, left: 59_000, full: 200_000 }, new Set(['half', 'minute'])),
    ).toBeNull());
});
