import {
  between,
  fill,
  finish,
  type FrameName,
  frames,
  pick,
  type Random,
  randomFrom,
  times,
} from "./drawing.ts";

const leafPath = (length: number, width: number) =>
  `M0 0C${width} ${-length * 0.3} ${width} ${-length * 0.75} 0 ${-length}C${-width} ${-length * 0.75} ${-width} ${-length * 0.3} 0 0Z`;

function leaf(x: number, y: number, turn: number, length: number, width: number, colour: string): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="${leafPath(length, width)}" fill="${colour}"/><path d="M0 0V${-length * 0.86}" stroke="#fff" stroke-opacity=".22" stroke-width="3"/></g>`;
}

const greens = ["#5f8a68", "#4d7a58", "#7fa573", "#8fb37c", "#3d6a4c"];

const pot = (colour: string, dark: string, x = 200, y = 290, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cx="0" cy="96" rx="84" ry="12" fill="#2b160a" opacity=".2"/><path d="M-70 0h140l-18 84q-3 12-16 12h-72q-13 0-16-12z" fill="${colour}"/><path d="M-78-8h156v24h-156z" fill="${dark}"/><path d="M-50 24l10 56" stroke="#fff" stroke-opacity=".25" stroke-width="8" stroke-linecap="round"/></g>`;

/** What grows: stems, leaves and flowers above the point (x, y). */
const kinds = {
  monstera: (random: Random) =>
    times(9, (i) => {
      const turn = -80 + i * 20 + between(random, -6, 6);
      return `<g transform="translate(200 286) rotate(${turn}) translate(0 ${-between(random, 60, 130)})"><path d="M0 70V0" stroke="#4d7a58" stroke-width="5"/><path d="M0 0C60-6 78-70 0-110C-78-70-60-6 0 0Z" fill="${pick(random, greens)}"/><path d="M0-10V-96M0-30l46-14M0-54l42-18M0-30l-46-14M0-54l-42-18" stroke="#e8efdd" stroke-opacity=".55" stroke-width="4"/><ellipse cx="22" cy="-60" rx="7" ry="4" fill="#dfe6d2"/><ellipse cx="-22" cy="-44" rx="7" ry="4" fill="#dfe6d2"/></g>`;
    }),
  snake: (random: Random) =>
    times(
      9,
      (i) =>
        leaf(160 + i * 10, 290, -18 + i * 4.5, between(random, 130, 230), 17, i % 2 ? "#6f9468" : "#4d7a58") +
        `<path d="M${160 + i * 10} 280l${-30 + i * 7}-120" stroke="#d9d48a" stroke-width="3" opacity=".6"/>`,
    ),
  cactus: () =>
    `<path d="M160 292V120q0-40 40-40t40 40v172z" fill="#5f8a68"/><path d="M160 220h-36q-26 0-26-26v-30M240 190h30q26 0 26-26v-24" stroke="#5f8a68" stroke-width="34" fill="none" stroke-linecap="round"/><path d="M184 100v190M200 90v200M216 100v190" stroke="#3d6a4c" stroke-width="3" stroke-dasharray="5 12"/><g fill="#e39aa5"><circle cx="200" cy="76" r="14"/><circle cx="184" cy="84" r="10"/><circle cx="216" cy="84" r="10"/></g>`,
  pilea: (random: Random) =>
    times(22, () => {
      const [x, y] = [between(random, 90, 310), between(random, 90, 260)];
      const size = between(random, 20, 34);
      return `<path d="M200 292Q200 ${y + 40} ${x} ${y}" stroke="#8fae7b" stroke-width="3.4" fill="none"/><circle cx="${x}" cy="${y}" r="${size}" fill="${pick(random, greens)}"/><circle cx="${x}" cy="${y}" r="4" fill="#e8efdd"/>`;
    }),
  ivy: (random: Random) =>
    times(8, (i) => {
      const x = 120 + i * 23;
      const drop = between(random, 80, 180) * (i % 2 ? 1 : 0.6);
      return `<path d="M${x} 290Q${x + (x - 200) * 1.2} 250 ${x + (x - 200)} ${270 + drop}" stroke="#6f9468" stroke-width="4" fill="none"/>${times(5, (k) => leaf(x + ((x - 200) * (k + 1)) / 5, 264 + (drop * k) / 5, 140 + k * 40, 40, 20, pick(random, greens)))}`;
    }) + times(14, (i) => leaf(200, 292, -84 + i * 13, between(random, 60, 120), 22, pick(random, greens))),
  tulips: (random: Random) =>
    times(7, (i) => {
      const [x, y] = [110 + i * 30, between(random, 90, 150)];
      return `<path d="M200 290Q${x} 240 ${x} ${y}" stroke="#6f9468" stroke-width="6" fill="none"/><path d="M${x - 22} ${y - 34}q8 14 11 0q11-18 11 0q0-18 11 0q3 14 11 0q6 44-22 44t-22-44z" fill="${pick(random, ["#c8553d", "#e39aa5", "#f0c244", "#b5525b"])}"/>`;
    }) + times(5, (i) => leaf(200, 292, -50 + i * 25, 120, 20, "#7fa573")),
  basil: (random: Random) =>
    times(30, () =>
      leaf(
        between(random, 130, 270),
        between(random, 130, 290),
        between(random, -80, 80),
        between(random, 34, 60),
        22,
        pick(random, ["#6fa552", "#8fc06a", "#5a9146"]),
      ),
    ),
  bonsai: (random: Random) =>
    `<path d="M196 292C240 250 150 230 190 180S150 120 130 120M190 190C240 170 250 150 290 140" stroke="#6b4a32" stroke-width="20" fill="none" stroke-linecap="round"/>${[
      [120, 104, 66],
      [296, 124, 58],
      [200, 84, 50],
    ]
      .map(([x, y, size]) =>
        times(
          16,
          () =>
            `<circle cx="${x! + between(random, -size!, size!)}" cy="${y! + between(random, -22, 20)}" r="${between(random, 14, 24)}" fill="${pick(random, greens)}"/>`,
        ),
      )
      .join("")}`,
  succulents: (random: Random) =>
    [
      [120, 270],
      [200, 256],
      [280, 270],
    ]
      .map(
        ([x, y], k) =>
          times(3, (ring) =>
            times(9, (i) =>
              leaf(
                x!,
                y!,
                i * 40 + ring * 20,
                52 - ring * 13,
                14 - ring * 2,
                ["#9fc0a8", "#c9a3a8", "#8fae9b"][(k + ring) % 3]!,
              ),
            ),
          ) + `<circle cx="${x}" cy="${y}" r="${between(random, 5, 7)}" fill="#efe0d0"/>`,
      )
      .join(""),
  sprout: () =>
    leaf(200, 290, -48, 96, 34, "#8fc06a") +
    leaf(200, 290, 48, 96, 34, "#7fb05a") +
    `<path d="M200 292v-60" stroke="#6fa552" stroke-width="8"/>`,
  tomato: (random: Random) =>
    `<path d="M200 292V70" stroke="#6f9468" stroke-width="8"/><path d="M212 292V50" stroke="#b98655" stroke-width="6"/>${times(18, () => leaf(between(random, 150, 250), between(random, 90, 260), between(random, -120, 120), between(random, 40, 70), 16, pick(random, greens)))}${times(9, () => `<circle cx="${between(random, 130, 270)}" cy="${between(random, 120, 260)}" r="${between(random, 12, 20)}" fill="${pick(random, ["#d9432c", "#e8694a", "#b9c35a"])}"/>`)}`,
} satisfies Record<string, (random: Random) => string>;

export type PlantName = keyof typeof kinds;

const settings = {
  sill: `${fill("#dce8ea")}<path d="M40-120h320v420H40z" fill="#f6f3e4"/><circle cx="300" cy="70" r="60" fill="#fff4cf"/><path d="M40 220q90-60 170-20t150-20v120H40z" fill="#c3d6b4"/><path d="M40-120v420M360-120v420M200-120v420M40 100h320" stroke="#fffdf6" stroke-width="14"/><rect x="-160" y="360" width="720" height="160" fill="#e9e0cf"/><rect x="-160" y="360" width="720" height="14" fill="#fffdf6"/>`,
  shelf: `${fill("#e3d6c3")}<rect x="-160" y="372" width="720" height="20" fill="#8b5d35"/><rect x="-160" y="392" width="720" height="120" fill="#d3c2aa"/><circle cx="320" cy="110" r="120" fill="#f1e6d2"/><path d="M-110 372V250h24v122M-80 372V230h30v142M-44 372V262h20v110" stroke="#b5525b" stroke-width="20"/>`,
  balcony: `${fill("#cfe3ee")}<path d="M-160 200q200-70 360-20t360-30v300h-720z" fill="#b7cda6"/>${times(15, (i) => `<rect x="${-150 + i * 50}" y="120" width="9" height="260" fill="#7b8a8c"/>`)}<rect x="-160" y="112" width="720" height="14" fill="#6a7879"/><rect x="-160" y="366" width="720" height="160" fill="#b9a48c"/>`,
  dusk: `${fill("#5a4a5e")}<path d="M-160 372h720v160h-720z" fill="#3a2f3c"/><circle cx="110" cy="110" r="54" fill="#f3b98a"/><path d="M-160 300q200-60 360-10t360-20v110h-720z" fill="#47394b"/>`,
} satisfies Record<string, string>;

export type PlantPlace = keyof typeof settings;

const pots = [
  ["#c8705a", "#a8573f"],
  ["#f3ece0", "#d9cdb8"],
  ["#5f8a78", "#4b7263"],
  ["#e0b068", "#c2914a"],
  ["#7c8aa0", "#65738a"],
] as const;

export function plantPicture(name: PlantName, place: PlantPlace, frameName: FrameName = "square"): string {
  const random = randomFrom(`${name} ${place}`);
  const [colour, dark] = pick(random, pots);
  return finish(frames[frameName], settings[place] + kinds[name](random) + pot(colour, dark));
}

/** A sill full of different ones. */
export function plantShelf(seed: string, names: PlantName[]): string {
  const random = randomFrom(seed);
  const drawn = names.map((name, index) => {
    const [colour, dark] = pots[index % pots.length]!;
    const x = -20 + (index * 440) / (names.length - 1);
    return `<g transform="translate(${x} 360) scale(.5) translate(-200 -386)">${kinds[name](random)}${pot(colour, dark)}</g>`;
  });
  return finish(frames.wide, settings.sill + drawn.join(""));
}
