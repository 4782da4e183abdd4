import { m } from "#lib/paraglide/messages.js";

const bySlug: Record<string, () => string> = {
  "chat-pending": m.chat_refused_pending,
  "chat-declined": m.chat_refused_declined,
  "chat-stopped": m.chat_refused_stopped,
  "chat-closed": m.chat_refused_closed,
  "too-large": m.problem_photo_too_large,
  "image-too-large": m.problem_photo_pixels,
  "unsupported-image": m.problem_photo_kind,
};

/** Why a message could not be sent, in words its writer can act on. */
export const refusalWords = (slug: string | null) => (bySlug[slug ?? ""] ?? m.chat_refused)();
