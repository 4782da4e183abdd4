import { overwriteGetLocale } from "#lib/paraglide/runtime.js";

// The server chose the language of this document; the browser must not choose again while it hydrates.
overwriteGetLocale(() => (document.documentElement.lang === "en" ? "en" : "ko"));
