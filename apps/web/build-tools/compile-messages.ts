import { compile } from "@inlang/paraglide-js";
import { messagesOptions } from "./messages-options.ts";

await compile(messagesOptions);
// The compiler leaves timers of 30 seconds behind.
process.exit(0);
