/** Before the names in an address that say which stuck letters are meant: failed jobs stand on the same page. */
export const lettersPrefix = "letters_";
