/** What people wrote, for a terminal: nothing of it reaches that as a command, turns the line around or begins a new one. */
export const oneLine = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
