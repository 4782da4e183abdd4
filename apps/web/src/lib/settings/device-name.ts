import { m } from "#lib/paraglide/messages.js";

// Most browsers name others too: the first that fits is the right one.
const browsers: [RegExp, string][] = [
  [/SamsungBrowser\//, "Samsung Internet"],
  [/KAKAOTALK/i, "KakaoTalk"],
  [/NAVER\(inapp/, "NAVER"],
  [/Whale\//, "Whale"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

const find = (known: [RegExp, string][], text: string) => known.find(([sign]) => sign.test(text))?.[1];

/** What a person calls the device of a session: "Firefox · Windows". */
export function deviceName(userAgent: string) {
  const names = [find(browsers, userAgent), find(systems, userAgent)].filter(Boolean);
  if (names.length > 0) return names.join(" · ");
  const program = /^[\w.-]{1,40}/.exec(userAgent)?.[0];
  return program ? `${m.sessions_program()} · ${program}` : m.sessions_unknown();
}

export const isHandheld = (userAgent: string) => /iPhone|iPad|Android|Mobile/.test(userAgent);
