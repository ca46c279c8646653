import * as fc from "fast-check";
import { expect, it } from "vitest";
import { monthsLater } from "~/domain/calendar/days";
import { lastDue, mayBeDue } from "./due";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it("a due date lies after today and within six months", () => {
  fc.assert(
    fc.property(day, day, (due, today) => {
      expect(mayBeDue(due, today)).toBe(due > today && due <= monthsLater(today, 6));
    }),
  );
  expect(lastDue("2023-08-31")).toBe("2024-02-29");
  for (const text of ["", "2023-1-1", "tomorrow", "2023-01-01T00:00:00Z"])
    expect(mayBeDue(text, "2022-12-31")).toBe(false);
});
