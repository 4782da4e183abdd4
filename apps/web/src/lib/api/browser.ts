import { createApi } from "./client.ts";

/** For event handlers in the browser; load functions and actions use `locals.api`. */
export const api = createApi((input, init) => fetch(input, init));
