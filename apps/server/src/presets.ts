/** What a preset sets unless the environment says otherwise: the values of other settings, by their variables. */
type Preset = Readonly<Record<"MARU_SPACES" | "MARU_SITE_NAME" | "MARU_LOOK", string>>;

/** The accent that a site wears: the floor's wood, or that of a space. */
export const looks = ["wood", "cats", "projects", "films"] as const;

/** Sites that are one setting away. */
export const presets = {
  all: { MARU_SPACES: "all", MARU_SITE_NAME: "마루", MARU_LOOK: "wood" },
  cats: { MARU_SPACES: "cats", MARU_SITE_NAME: "고양이 마루", MARU_LOOK: "cats" },
  projects: { MARU_SPACES: "projects", MARU_SITE_NAME: "프로젝트 마루", MARU_LOOK: "projects" },
  films: { MARU_SPACES: "films", MARU_SITE_NAME: "영화 마루", MARU_LOOK: "films" },
  social: { MARU_SPACES: "none", MARU_SITE_NAME: "마루", MARU_LOOK: "wood" },
} as const satisfies Record<string, Preset>;

export const presetNames = Object.keys(presets) as (keyof typeof presets)[];

/** What the preset of an environment says of a setting; undefined where it says nothing, or there is no such preset. */
export function presetValue(env: Record<string, string | undefined>, variable: string): string | undefined {
  const chosen: Partial<Record<string, string>> | undefined =
    presets[env["MARU_PRESET"] as keyof typeof presets];
  return chosen?.[variable];
}
