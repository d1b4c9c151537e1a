import { formatDay, formatMoment } from 'c/calendarDay';

it('when a day is shown west of Greenwich, then it is still the same day', () => {
  // The time zone of the user in these tests is Los Angeles.
  expect(formatDay('2026-11-22')).toBe('Nov 22, 2026');
});

it("when a moment is shown, then in the user's time zone", () => {
  expect(formatMoment('2026-11-22T03:30:00Z')).toMatch(/^Nov 21, 2026, 7:30:00\sPM$/);
});
