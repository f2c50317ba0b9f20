import { expect, test } from 'vitest';
import { canonicalTimeZone, isTimeZone, timeZones } from './time-zone.ts';

test.each([
  { sent: 'Europe/Berlin', is: 'Europe/Berlin' },
  { sent: 'Asia/Kolkata', is: 'Asia/Kolkata' },
  { sent: 'Asia/Calcutta', is: 'Asia/Kolkata' },
  { sent: 'europe/kiev', is: 'Europe/Kyiv' },
  { sent: 'AMERICA/ARGENTINA/BUENOS_AIRES', is: 'America/Argentina/Buenos_Aires' },
  { sent: 'Asia/Rangoon', is: 'Asia/Yangon' },
  { sent: 'Pacific/Chuuk', is: 'Pacific/Chuuk' },
  { sent: 'America/Indiana/Indianapolis', is: 'America/Indiana/Indianapolis' },
  { sent: 'UTC', is: 'UTC' },
  { sent: 'Etc/UTC', is: 'UTC' },
  { sent: 'GMT', is: 'UTC' },
  { sent: 'Etc/GMT+3', is: 'Etc/GMT+3' },
  { sent: '+03:00', is: 'Etc/GMT-3' },
  { sent: '-0300', is: 'Etc/GMT+3' },
  { sent: '+00:00', is: 'UTC' },
])('$sent is $is', ({ sent, is }) => expect(canonicalTimeZone(sent)).toBe(is));

test.each(['US/Pacific', 'Asia/Chongqing', 'EST5EDT', 'Etc/GMT0'])('the older name %s is a zone', (sent) =>
  expect(isTimeZone(sent)).toBe(true),
);

test.each(['', ' ', 'Mars/Base', 'Europe', 'Europe/', '+05:30', '+25:00', 'Etc/Unknown', 'Europe/Berlin '])(
  '"%s" is no zone',
  (sent) => expect(isTimeZone(sent)).toBe(false),
);

test('each zone of the list is there once, under the name that is stored, and can be used', () => {
  const zones = timeZones();
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Nuuk']));
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.map(canonicalTimeZone)).toEqual(zones);
  expect([...zones].sort()).toEqual(zones);
});
