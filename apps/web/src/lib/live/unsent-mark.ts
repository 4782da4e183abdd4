const mark = "maru:unsent";

/** Notes for the next page of this site whether messages wait to be sent, so that only then the outbox is loaded. */
export function keepUnsentMark(isUnsent: boolean) {
  try {
    if (isUnsent) localStorage.setItem(mark, "");
    else localStorage.removeItem(mark);
  } catch {
    // Where nothing can be noted, the chat pages themselves still look.
  }
}

export function isAnythingUnsent() {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}
