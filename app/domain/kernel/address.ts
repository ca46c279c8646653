/** A mail address as the portal knows it: people type it with capitals and spaces around. */
export function addressOf(typed: string): string {
  return typed.trim().toLowerCase();
}
