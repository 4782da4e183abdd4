import { fill, finish, type Frame, times } from "./drawing.ts";
import { placeScene, type PlaceName } from "./outdoors.ts";
import { lattice } from "./rooms.ts";

const frame: Frame = { x: 0, y: 0, width: 1200, height: 400, pixels: 1500 };

const wood = () => {
  const tones = ["#d0a26e", "#c6945f", "#cb9b67", "#c08d58"];
  const board = (x: number, y: number, tone: string, bend: number) =>
    `<rect x="${x}" y="${y}" width="208" height="60" fill="${tone}"/><rect x="${x}" y="${y}" width="208" height="3" fill="#6f4423" opacity=".42"/><path d="M${x + 44} ${y + 22}q70 ${9 - bend} 150 0M${x + 44} ${y + 42}q60 ${bend - 7} 150 3" stroke="#7a4e2a" stroke-opacity=".15" stroke-width="2" fill="none"/>`;
  const columns = times(6, (c) =>
    times(8, (r) =>
      board(c * 208 - 20, (r - 1) * 60 + (c % 2) * 30, tones[(r + c * 2) % 4]!, ((r + c) % 3) * 7),
    ),
  );
  const beams = times(
    7,
    (c) =>
      `<rect x="${c * 208 - 37}" width="36" height="400" fill="#b07d49"/><path d="M${c * 208 - 37} 0v400M${c * 208 - 2} 0v400" stroke="#6f4423" stroke-opacity=".5" stroke-width="3"/>`,
  );
  return (
    columns +
    beams +
    `<path d="M180 0H520L940 400H460Z" fill="#ffecbf" opacity=".42"/><path d="M620 0H760L1180 400H1000Z" fill="#ffecbf" opacity=".32"/>`
  );
};

const sun = () =>
  `<rect width="1200" height="400" fill="#f6e3bd"/><circle cx="930" cy="120" r="70" fill="#fff4d2"/><path d="M-20 270Q160 160 330 240T680 200T1000 240T1240 190V440H-20Z" fill="#a9bf99"/><path d="M-20 330Q200 250 420 310T860 280T1240 300V440H-20Z" fill="#83a37d"/>${lattice(-6, -10, 190, 430, 4, 9, "#fff1d2")}${lattice(200, -10, 120, 430, 3, 9, "#ffe9bf")}`;

const bojagi = () => {
  const tones = ["#c1626a", "#e0b068", "#8fae9b", "#efe3cb", "#4f6d86", "#d98a4e", "#a8474f", "#f6e7c8"];
  return times(60, (i) => {
    const [x, y] = [(i % 12) * 104 - 20, Math.floor(i / 12) * 86 - 10];
    const tone = (k: number) => tones[(i * 5 + Math.floor(i / 7) * 3 + k) % 8];
    return `<rect x="${x}" y="${y}" width="106" height="88" fill="${tone(0)}"/><path d="M${x} ${y}h${i % 3 ? 106 : 50}L${x} ${y + 88}z" fill="${tone(3)}" opacity=".75"/><path d="M${x} ${y}h104v86h-104z" fill="none" stroke="#fffaf0" stroke-opacity=".5" stroke-width="2.5" stroke-dasharray="7 5"/>`;
  });
};

const waves = () =>
  `<rect width="1200" height="400" fill="#dfe8e4"/>` +
  times(9, (row) =>
    times(22, (i) => {
      const [x, y] = [i * 60 - 40 + (row % 2) * 30, 60 + row * 44];
      return `<circle cx="${x}" cy="${y}" r="30" fill="${["#5d8f9c", "#4f7f8f", "#6ba0ae"][row % 3]}"/><circle cx="${x}" cy="${y}" r="21" fill="none" stroke="#eaf5f2" stroke-opacity=".6" stroke-width="3"/><circle cx="${x}" cy="${y}" r="11" fill="#eaf5f2" fill-opacity=".35"/>`;
    }),
  );

const motifs = { wood, sun, bojagi, waves } satisfies Record<string, () => string>;

export type CoverName = keyof typeof motifs | PlaceName;

/** A wide picture for the head of a profile. */
export function coverPicture(name: CoverName): string {
  if (name in motifs) return finish(frame, motifs[name as keyof typeof motifs]());
  const { body, definitions } = placeScene(name as PlaceName);
  return finish({ x: -160, y: 90, width: 720, height: 240, pixels: 1500 }, fill("#fff") + body, definitions);
}
