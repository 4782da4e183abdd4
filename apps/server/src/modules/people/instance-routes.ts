import { Type } from "typebox";
import type { App } from "../../platform/http/route.ts";
import { Choice } from "../../platform/http/schemas.ts";
import type { PeopleDeps } from "./people.ts";

const Instance = Type.Object({
  name: Type.String(),
  description: Type.String(),
  spaces: Type.Array(Choice("cats", "projects", "films")),
  registrations: Choice("open", "closed"),
  languages: Type.Array(Choice("ko", "en")),
  mail: Choice("smtp", "log"),
  demoLogin: Type.Optional(Type.Object({ login: Type.String(), password: Type.String() })),
});

export async function instanceRoutes(app: App, { config, mailer, demo }: PeopleDeps): Promise<void> {
  app.get(
    "/api/v1/instance",
    {
      config: { policy: "public" },
      schema: { operationId: "getInstance", tags: ["instance"], response: { 200: Instance } },
    },
    async () => ({
      name: config.siteName,
      description: "",
      spaces: [],
      registrations: config.registrations,
      languages: ["ko" as const, "en" as const],
      mail: mailer.delivery === "mail" ? ("smtp" as const) : ("log" as const),
      ...(demo.login && { demoLogin: demo.login }),
    }),
  );
}
