import type { MoveIn } from "../../../demo/community.ts";
import type { FilmDeps } from "../deps.ts";

/** How films move into the demo community. Its texts and drawings are read when an empty site is filled, and never otherwise. */
export const filmsDemo = (deps: FilmDeps): MoveIn =>
  Object.assign(
    async (...given: Parameters<MoveIn>) => (await import("./move-in.ts")).moveFilmsIn(deps, ...given),
    {
      async drawings() {
        const { filmPosters } = await import("../../../demo/art/posters/index.ts");
        return Object.keys(filmPosters).map((name) => `poster:${name}` as const);
      },
    } satisfies Pick<MoveIn, "drawings">,
  );
