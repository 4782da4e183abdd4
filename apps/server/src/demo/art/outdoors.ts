import {
  between,
  fill,
  finish,
  type FrameName,
  frames,
  linear,
  randomFrom,
  type Stop,
  times,
} from "./drawing.ts";

const sky = (list: Stop[]) => linear("sky", list);
const skyFill = fill("url(#sky)");

/** A line of hills across the picture at about height `y`. */
function hills(seed: string, y: number, swing: number, colour: string, step = 90): string {
  const random = randomFrom(seed);
  let path = `M-160 ${y}`;
  for (let x = -160; x < 560; x += step)
    path += `Q${x + step / 2} ${y - swing + between(random, -swing, swing) * 0.8} ${x + step} ${y + between(random, -8, 8)}`;
  return `<path d="${path}V560H-160Z" fill="${colour}"/>`;
}

/** A line of peaks. */
function peaks(seed: string, y: number, height: number, colour: string): string {
  const random = randomFrom(seed);
  let path = `M-160 ${y}`;
  for (let x = -160; x < 560;) {
    const width = between(random, 60, 140);
    path += `L${x + width / 2} ${y - between(random, height * 0.45, height)}L${x + width} ${y - between(random, 0, height * 0.25)}`;
    x += width;
  }
  return `<path d="${path}V560H-160Z" fill="${colour}"/>`;
}

function towers(seed: string, y: number, colour: string, lit: string, tallest = 150): string {
  const random = randomFrom(seed);
  let drawn = "";
  for (let x = -160; x < 560;) {
    const width = between(random, 34, 70);
    const height = between(random, tallest * 0.3, tallest);
    drawn += `<rect x="${x}" y="${y - height}" width="${width}" height="${height + 300}" fill="${colour}"/>`;
    for (let row = 0; row < height / 16 - 1; row++)
      for (let column = 0; column < width / 13 - 1; column++)
        if (random() < 0.34)
          drawn += `<rect x="${x + 6 + column * 13}" y="${y - height + 8 + row * 16}" width="6" height="8" fill="${lit}" opacity="${between(random, 4, 10) / 10}"/>`;
    x += width + between(random, 0, 8);
  }
  return drawn;
}

const treesAlong = (seed: string, y: number, colour: string, count = 26) => {
  const random = randomFrom(seed);
  return times(count, () => {
    const [x, size] = [between(random, -150, 550), between(random, 16, 36)];
    return `<path d="M${x} ${y - size * 2}l${size * 0.6} ${size * 2}h${-size * 1.2}z" fill="${colour}" opacity="${between(random, 7, 10) / 10}"/>`;
  });
};

function ripples(seed: string, y: number, colour: string): string {
  const random = randomFrom(seed);
  return times(
    26,
    () =>
      `<path d="M${between(random, -150, 520)} ${between(random, y + 8, y + 150)}h${between(random, 16, 70)}" stroke="${colour}" stroke-width="2.4" stroke-linecap="round" opacity=".45"/>`,
  );
}

function speckle(seed: string, count: number, bottom: number, colour: string): string {
  const random = randomFrom(seed);
  return times(
    count,
    () =>
      `<circle cx="${between(random, -150, 550)}" cy="${between(random, -60, bottom)}" r="${between(random, 0.8, 2.4)}" fill="${colour}"/>`,
  );
}

const bridge = `<path d="M-160 236h720v12h-720z" fill="#39314a"/>${times(6, (i) => `<path d="M${-140 + i * 130} 248h14v60h-14zM${-160 + i * 130} 236q65-70 130 0" fill="none" stroke="#39314a" stroke-width="6"/>`)}${times(36, (i) => `<circle cx="${-155 + i * 20}" cy="232" r="2.4" fill="#ffe3a1"/>`)}`;

type Scene = () => { body: string; definitions: string; glow?: string };

const scenes = {
  ridge: () => ({
    body: `${skyFill}<circle cx="290" cy="110" r="40" fill="#fff2cf"/>${peaks("a", 240, 110, "#b9b6c9")}${peaks("b", 270, 100, "#8e93ad")}${peaks("c", 310, 90, "#5f6f86")}${hills("d", 330, 30, "#40596a")}${treesAlong("e", 380, "#2c4450")}`,
    definitions: sky([
      [0, "#f3c7a6"],
      [0.6, "#f9e6cc"],
      [1, "#fff"],
    ]),
  }),
  forest: () => ({
    body: `${skyFill}${hills("a", 210, 40, "#bcd0b0")}${hills("b", 260, 40, "#93b18a")}${treesAlong("c", 290, "#6b9070", 34)}${hills("d", 310, 24, "#6f9468")}${treesAlong("e", 370, "#47704f", 30)}<path d="M180 420Q210 340 160 310T210 262" stroke="#e7d7b0" stroke-width="16" fill="none"/>`,
    definitions: sky([
      [0, "#dfeadf"],
      [1, "#f9f4df"],
    ]),
  }),
  sunrise: () => ({
    body: `${skyFill}<circle cx="200" cy="196" r="58" fill="#fff0c4"/>${peaks("s", 260, 70, "#b4696a")}${peaks("t", 300, 80, "#84495a")}${hills("u", 340, 30, "#542f47")}<path d="M316 340l10-30 10 30zM322 300a6 6 0 1 1 8 0l4 20h-16z" fill="#2c1a2c"/>`,
    definitions: sky([
      [0, "#6a5c91"],
      [0.45, "#e58d77"],
      [0.75, "#f8cf8e"],
      [1, "#fff0c4"],
    ]),
  }),
  island: () => ({
    body: `${skyFill}<path d="M-160 250h720v300h-720z" fill="#4f94a6"/>${ripples("i", 250, "#e9f6f4")}<path d="M20 250q60-130 150-124q40-30 70 12q60 16 100 112z" fill="#6f9468"/><path d="M150 130q30 20 76 4l20 20q-60 26-116 0z" fill="#59804f"/><path d="M-160 330Q0 300 140 350T560 330V560H-160Z" fill="#3c3c42"/>${times(24, (i) => `<circle cx="${-140 + i * 30}" cy="${346 + ((i * 37) % 40)}" r="${8 + ((i * 13) % 14)}" fill="${i % 2 ? "#4c4c53" : "#33333a"}"/>`)}<g fill="#f3b53f">${times(16, (i) => `<circle cx="${-120 + i * 46}" cy="${330 + ((i * 29) % 50)}" r="4"/>`)}</g>`,
    definitions: sky([
      [0, "#9fcbdc"],
      [1, "#f3efdc"],
    ]),
  }),
  beach: () => ({
    body: `${skyFill}<path d="M-160 200h720v140h-720z" fill="#5d9fb4"/>${ripples("w", 200, "#fff")}<path d="M-160 300Q-40 280 60 304T300 300T560 304V560H-160Z" fill="#f0dcb4"/><path d="M-160 292Q-40 272 60 296T300 292T560 296v10Q420 282 300 304T60 306T-160 304z" fill="#fff" opacity=".85"/><path d="M300 330l50-100M250 250q60-66 130-14q-60-10-130 14z" stroke="#c5483f" stroke-width="5" fill="#c5483f"/><path d="M270 340h90l-12 26h-66z" fill="#fffaf0"/><path d="M60 120l22 70H40z" fill="#fffaf0"/><path d="M30 194h60l-10 16H40z" fill="#b5525b"/>`,
    definitions: sky([
      [0, "#8cc3dc"],
      [1, "#f5f0dc"],
    ]),
  }),
  lighthouse: () => ({
    body: `${skyFill}<path d="M-160 250h720v300h-720z" fill="#3f7779"/>${ripples("l", 250, "#cfe6df")}<path d="M230 300l20-60h150l160 70v250H170z" fill="#5d5a52"/><path d="M300 60h44l16 190h-76z" fill="#f8f2e4"/><path d="M296 110h52l4 44h-60zM289 196h66l4 44h-74z" fill="#c5483f"/><rect x="294" y="34" width="56" height="28" rx="6" fill="#33302c"/><path d="M294 46L-160-20V110z" fill="#fff3c8" opacity=".7"/><circle cx="60" cy="110" r="34" fill="#f6efdc"/>`,
    definitions: sky([
      [0, "#57718c"],
      [1, "#e9d9b9"],
    ]),
  }),
  river: () => ({
    body: `${skyFill}${speckle("r", 40, 150, "#fff4d4")}${towers("r2", 240, "#453a5c", "#ffd98a", 120)}<path d="M-160 250h720v300h-720z" fill="#2f2c4a"/>${bridge}${ripples("r3", 256, "#ffd98a")}<path d="M-160 350Q100 330 560 360V560H-160Z" fill="#241f36"/>`,
    definitions: sky([
      [0, "#2b2747"],
      [0.6, "#72527a"],
      [1, "#e39a7e"],
    ]),
    glow: "#c9b9ff",
  }),
  rooftops: () => ({
    body: `${skyFill}<circle cx="320" cy="90" r="34" fill="#f6e6bd"/>${speckle("o", 50, 180, "#f6e6bd")}${towers("o2", 260, "#3a4560", "#f5d187", 170)}${towers("o3", 330, "#273049", "#ffe0a0", 110)}<path d="M-160 340h720v220h-720z" fill="#1b2236"/><path d="M-20 340v-60h50v60zM-26 280h62l-31-26z" fill="#1b2236"/><path d="M300 340v-50l40-20 40 20v50z" fill="#111728"/><path d="M60 330q60 30 120 0t120 0" stroke="#ffd98a" stroke-width="2" fill="none"/>${times(13, (i) => `<circle cx="${64 + i * 19}" cy="${332 + 9 * Math.sin(i)}" r="4" fill="#ffd98a"/>`)}`,
    definitions: sky([
      [0, "#27304f"],
      [1, "#7b7697"],
    ]),
    glow: "#b9c4ff",
  }),
  alley: () => ({
    body: `${skyFill}${towers("y", 250, "#8a93a8", "#fff0c9", 110)}<path d="M-160-40H90L130 260V520H-160z" fill="#c98d6b"/><path d="M560-40H310l-40 300v260h290z" fill="#a8705a"/><path d="M130 260h140l180 280H-50z" fill="#6c6570"/><path d="M-100 60h120v80H-100zM-100 190h140v90H-100z" fill="#ffe9b8"/><path d="M340 40h140v90H340zM330 180h160v110H330z" fill="#ffdf9c"/><path d="M20 170l90 16v20L20 192zM380 150l-90 24v20l90-22z" fill="#b5525b"/><path d="M170 60q40 30 90-10M110 100q90 40 180 0" stroke="#4a3f4a" stroke-width="2.5" fill="none"/><path d="M150 300h20v-60h-20z" fill="#4a3f4a"/><circle cx="160" cy="232" r="14" fill="#ffe9a8"/>`,
    definitions: sky([
      [0, "#6f7ea6"],
      [1, "#f3c59a"],
    ]),
  }),
  palace: () => ({
    body: `${skyFill}${peaks("p", 220, 80, "#b8c0b0")}<path d="M-160 290h720v270h-720z" fill="#d9c9a8"/><path d="M20 180h360v120H20z" fill="#7b4f2d"/>${times(7, (i) => `<rect x="${30 + i * 52}" y="186" width="12" height="114" fill="#a8474f"/><rect x="${44 + i * 52}" y="206" width="36" height="94" fill="#efe3cb"/><path d="M${56 + i * 52} 206v94M${68 + i * 52} 206v94M${44 + i * 52} 236h36M${44 + i * 52} 266h36" stroke="#5f8a78" stroke-width="3"/>`)}<path d="M-40 190Q40 180 70 120H330Q360 180 440 190Q300 172 200 172T-40 190z" fill="#4b5560"/><path d="M-40 190Q100 170 200 170T440 190l-20 12Q300 186 200 186T-20 202z" fill="#5f8a78"/><path d="M60 112h280v12H60z" fill="#39424b"/><path d="M-30 300h460v20H-30zM-50 320h500v20H-50z" fill="#c2b08c"/>`,
    definitions: sky([
      [0, "#a9c8d8"],
      [1, "#f6efdc"],
    ]),
  }),
  train: () => ({
    body: `${skyFill}${hills("t1", 230, 40, "#a9bf99")}${hills("t2", 280, 30, "#83a37d")}<path d="M-160 300h720v40h-720z" fill="#e0c872"/>${times(26, (i) => `<path d="M${-150 + i * 28} 300v36" stroke="#b89e48" stroke-width="3"/>`)}<path fill-rule="evenodd" d="M-160-120h720v680h-720zM-20 30q-24 0-24 24v240q0 24 24 24h440q24 0 24-24V54q0-24-24-24z" fill="#e9e3d6"/><path d="M-44 300h488v18H-44z" fill="#b9ab94"/><path d="M200 30v288" stroke="#e9e3d6" stroke-width="14"/><path d="M70 318v-40h44v26q0 14-14 14z" fill="#fffaf0"/><path d="M150 306l70-6 6 18h-80z" fill="#b5525b"/><rect x="-160" y="330" width="720" height="80" fill="#5f7d8c"/><path d="M-60 410v-40q0-20 20-20H130q20 0 20 20v40zM250 410v-40q0-20 20-20h170q20 0 20 20v40z" fill="#496472"/>`,
    definitions: sky([
      [0, "#bcd8e4"],
      [1, "#f8efd8"],
    ]),
  }),
  camp: () => ({
    body: `${skyFill}${speckle("k", 110, 200, "#fff4d4")}${peaks("k2", 260, 110, "#2f3a55")}${treesAlong("k3", 300, "#1f2a40", 40)}<path d="M-160 290h720v270h-720z" fill="#2a3a38"/><path d="M90 340L180 200L270 340z" fill="#e8a45a"/><path d="M180 200l36 140h-72z" fill="#ffe2a0"/><path d="M180 200L90 340h30z" fill="#c97f3c"/><ellipse cx="350" cy="362" rx="60" ry="14" fill="#f0a040" opacity=".3"/><path d="M330 360q-10-40 20-60q-4 20 14 30q10-10 4-20q24 24 6 50z" fill="#f08a3c"/><path d="M340 360q0-24 12-30q10 14 8 30z" fill="#ffe2a0"/><path d="M320 366l60-10M324 356l56 12" stroke="#6b4427" stroke-width="9" stroke-linecap="round"/>`,
    definitions: sky([
      [0, "#1d2440"],
      [1, "#4f5a80"],
    ]),
    glow: "#b9c4ff",
  }),
  track: () => ({
    body: `${skyFill}${towers("q", 210, "#a9b3bf", "#e9eef0", 90)}${treesAlong("q2", 240, "#6f9468", 44)}<path d="M-160 236h720v324h-720z" fill="#7fa573"/><path d="M40 420L170 236h60L470 560H-100z" fill="#c46a4f"/><path d="M100 420L190 236M200 430V236M300 430L210 236M400 430L222 236" stroke="#fff1e0" stroke-width="3.4" fill="none"/><path d="M-160 300q80-20 120-6l-60 90h-60z" fill="#6a9160"/>`,
    definitions: sky([
      [0, "#cfe3ee"],
      [1, "#fbeed8"],
    ]),
  }),
  stream: () => ({
    body: `${skyFill}${towers("m", 200, "#b9a7b0", "#ffe9bd", 80)}${treesAlong("m2", 236, "#7d8f63", 36)}<path d="M-160 230h720v330h-720z" fill="#93ad76"/><path d="M-160 340Q60 300 170 270T560 250V560H-160Z" fill="#6ba0ae"/>${ripples("m3", 310, "#eaf5f2")}<path d="M-160 290Q80 270 240 246H320Q160 280 -160 330z" fill="#d8c39a"/>${times(7, (i) => `<ellipse cx="${120 + i * 30}" cy="${330 + i * 6}" rx="16" ry="7" fill="#8b8880"/>`)}<path d="M-20 236V120M-20 130q-50 10-60 60M-20 126q50 10 60 60" stroke="#5c8456" stroke-width="5" fill="none"/>`,
    definitions: sky([
      [0, "#f6cfae"],
      [1, "#fff4dc"],
    ]),
  }),
  snow: () => ({
    body: `${skyFill}${hills("n", 230, 40, "#e9edf0")}${treesAlong("n2", 290, "#6d8a86", 30)}${hills("n3", 310, 20, "#f8f6f0")}<path d="M120 310v-60l60-36 60 36v60z" fill="#8a5c36"/><path d="M104 258l76-50 76 50-8 12-68-44-68 44z" fill="#fff"/><rect x="164" y="264" width="32" height="46" fill="#ffdf9c"/>${speckle("n4", 120, 390, "#fff")}`,
    definitions: sky([
      [0, "#9fb3c4"],
      [1, "#e6e6e2"],
    ]),
    glow: "#eaf2ff",
  }),
} satisfies Record<string, Scene>;

export type PlaceName = keyof typeof scenes;

export const placeScene = (name: PlaceName): ReturnType<Scene> => scenes[name]();

export function placePicture(name: PlaceName, frameName: FrameName = "wide"): string {
  const { body, definitions, glow } = placeScene(name);
  return finish(frames[frameName], body, definitions, glow);
}
