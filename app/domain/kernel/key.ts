const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is the key of a row as the database writes it: anything else, asked for as one, would be a fault of ours. */
export function isKey(text: string | undefined): text is string {
  return text !== undefined && uuid.test(text);
}
