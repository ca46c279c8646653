/** Proposes the device's own time zone in `[data-own-zone] select`, where the list has it and nothing was chosen. */
export function proposeOwnZone(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const select of document.querySelectorAll<HTMLSelectElement>("[data-own-zone] select"))
    if (select.value === "" && [...select.options].some(({ value }) => value === timeZone)) select.value = timeZone;
}
