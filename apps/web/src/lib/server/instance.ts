import type { Api } from "#lib/api/client.ts";
import type { Instance } from "#lib/api/types.ts";

const unknown: Instance = {
  name: "마루",
  description: "",
  spaces: [],
  navigation: [],
  offers: [],
  look: "wood",
  timeZone: "Asia/Seoul",
  registrations: "closed",
  languages: ["ko", "en"],
  mail: "smtp",
};
const freshFor = 10_000;
let known: { value: Instance; until: number } | undefined;

/** The site's own facts, asked for at most every ten seconds; a page is shown even where they are missing. */
export async function readInstance(api: Api): Promise<Instance> {
  if (known && known.until > Date.now()) return known.value;
  try {
    known = { value: await api.get("/instance"), until: Date.now() + freshFor };
    return known.value;
  } catch {
    return known?.value ?? unknown;
  }
}
