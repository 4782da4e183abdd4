const place = (myId: string, chatId: string) => `maru:draft:${myId}:chat:${chatId}`;

/** What was being written in a chat; empty where nothing was, or where the browser keeps nothing. */
export function readDraft(myId: string, chatId: string): string {
  try {
    return localStorage.getItem(place(myId, chatId)) ?? "";
  } catch {
    return "";
  }
}

export function writeDraft(myId: string, chatId: string, text: string) {
  try {
    if (text.trim()) localStorage.setItem(place(myId, chatId), text);
    else localStorage.removeItem(place(myId, chatId));
  } catch {
    // Where nothing can be kept, the page itself still holds it.
  }
}
