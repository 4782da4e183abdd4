import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";
import type { Instance, Me } from "#lib/api/types.ts";
import { accentOf } from "#lib/spaces/accent.ts";
import type { IconName } from "#lib/ui/icon-names.ts";

type Entry = {
  href: string;
  label: string;
  icon: IconName;
  /** Of a space: its own colour. */
  accent?: string;
};

/** The site's main places, for those who are in and those who are not. */
export function navigationEntries(me: Me | null): Entry[] {
  const open: Entry[] = [
    { href: "/", label: m.nav_home(), icon: "home" },
    { href: "/search", label: m.nav_search(), icon: "search" },
    { href: "/explore", label: m.nav_explore(), icon: "compass" },
    { href: "/people", label: m.nav_people(), icon: "people" },
  ];
  if (!me) return open;
  return [
    ...open,
    { href: "/notifications", label: m.nav_notifications(), icon: "bell" },
    { href: "/chat", label: m.nav_chat(), icon: "chat" },
    { href: "/bookmarks", label: m.nav_bookmarks(), icon: "bookmark" },
    { href: `/@${me.account.handle}`, label: m.nav_profile(), icon: "person" },
    { href: "/settings", label: m.nav_settings(), icon: "settings" },
  ];
}

/** The spaces that this site has, in its order, each in its own colour. */
export function spaceEntries({ navigation }: Instance): Entry[] {
  return navigation.map(({ space, path, icon, label }) => ({
    href: path,
    label: label[getLocale()],
    icon: icon as IconName,
    accent: accentOf(space),
  }));
}

export function isHere(href: string, pathname: string) {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
