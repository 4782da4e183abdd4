import { m } from "#lib/paraglide/messages.js";
import type { IconName } from "#lib/ui/icon-names.ts";

/** The parts of the settings, in their order. */
export const sections = (): { href: string; label: string; icon: IconName }[] => [
  { href: "/settings/profile", label: m.settings_profile(), icon: "person" },
  { href: "/settings/account", label: m.settings_account(), icon: "key" },
  { href: "/settings/privacy", label: m.settings_privacy(), icon: "lock" },
  { href: "/settings/notifications", label: m.settings_notifications(), icon: "bell" },
  { href: "/settings/sessions", label: m.settings_sessions(), icon: "computer" },
  { href: "/settings/moderation", label: m.moderation_settings(), icon: "shield" },
  { href: "/settings/appearance", label: m.settings_appearance(), icon: "sun" },
  { href: "/settings/about", label: m.settings_about(), icon: "info" },
];
