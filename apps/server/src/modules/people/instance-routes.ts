import { Type } from "typebox";
import type { App } from "../../platform/http/route.ts";
import { Choice } from "../../platform/http/schemas.ts";
import type { PeopleDeps } from "./people.ts";

const Navigation = Type.Object({
  space: Type.String(),
  path: Type.String(),
  icon: Type.String(),
  label: Type.Object({ ko: Type.String(), en: Type.String() }),
});

/** A space as the site tells of it. */
export interface ShownSpace {
  name: string;
  navigation: { path: string; icon: string; label: { ko: string; en: string } };
  offers: readonly string[];
}

const Instance = Type.Object({
  name: Type.String(),
  description: Type.String(),
  spaces: Type.Array(Type.String(), { description: "Such as cats." }),
  navigation: Type.Array(Navigation, { description: "What the spaces add to the navigation." }),
  offers: Type.Array(Type.String(), {
    description: "What the spaces can do here and now: breed-recognition.",
  }),
  look: Choice("wood", "cats", "projects", "films"),
  timeZone: Type.String({ description: "Where the site's day begins, such as Asia/Seoul." }),
  registrations: Choice("open", "closed"),
  languages: Type.Array(Choice("ko", "en")),
  mail: Choice("smtp", "log"),
  demoLogin: Type.Optional(Type.Object({ login: Type.String(), password: Type.String() })),
});

export async function instanceRoutes(app: App, { config, mailer, demo, spaces }: PeopleDeps): Promise<void> {
  app.get(
    "/api/v1/instance",
    {
      config: { policy: "public" },
      schema: { operationId: "getInstance", tags: ["instance"], response: { 200: Instance } },
    },
    async () => ({
      name: config.siteName,
      description: "",
      spaces: spaces.map(({ name }) => name),
      navigation: spaces.map(({ name, navigation }) => ({ space: name, ...navigation })),
      offers: spaces.flatMap(({ offers }) => offers),
      look: config.look,
      timeZone: config.timeZone,
      registrations: config.registrations,
      languages: ["ko" as const, "en" as const],
      mail: mailer.delivery === "mail" ? ("smtp" as const) : ("log" as const),
      ...(demo.login && { demoLogin: demo.login }),
    }),
  );
}
