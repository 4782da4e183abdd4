import { fill, times } from "./drawing.ts";

export interface Room {
  body: string;
  definitions?: string;
  /** The cast of light that fits. */
  glow?: string;
}

const grain = (from: number, to: number, y: number, height: number) =>
  `<path d="M${from} ${y}L${to} ${y + height}" stroke="#7a4e2a" stroke-opacity=".36" stroke-width="2.2"/>`;

/** A wooden floor in perspective. */
export function planks(y: number, height: number, light = "#c99a68", dark = "#b98655"): string {
  const spread = y > 0 ? 0.42 : 0.62;
  const boards = times(24, (index) => {
    const k = index - 12;
    const [near, far] = [200 + k * 74, 200 + k * 74 * spread];
    const at = 0.3 + ((k * 37 + 480) % 40) / 100;
    const joint = `<path d="M${far + (near - far) * at} ${y + height * at}h${74 * (spread + (1 - spread) * at)}" stroke="#7a4e2a" stroke-opacity=".26" stroke-width="2"/>`;
    const shade =
      k % 2
        ? `<path d="M${far} ${y}h${74 * spread}L${near + 74} ${y + height}H${near}Z" fill="${dark}" opacity=".34"/>`
        : "";
    return shade + grain(far, near, y, height) + joint;
  });
  const edge = y > 0 ? `<rect x="-160" y="${y}" width="720" height="9" fill="#8a5c36" opacity=".55"/>` : "";
  return `<rect x="-160" y="${y}" width="720" height="${height + 60}" fill="${light}"/>${boards}${edge}`;
}

/** A paper window of a hanok. */
export function lattice(
  x: number,
  y: number,
  width: number,
  height: number,
  columns: number,
  rows: number,
  paper = "#fff4dc",
  wood = "#7d5533",
): string {
  const bars =
    times(
      columns - 1,
      (i) =>
        `<rect x="${x + (width * (i + 1)) / columns - 2}" y="${y}" width="4" height="${height}" fill="${wood}" opacity=".8"/>`,
    ) +
    times(
      rows - 1,
      (i) =>
        `<rect x="${x}" y="${y + (height * (i + 1)) / rows - 2}" width="${width}" height="4" fill="${wood}" opacity=".8"/>`,
    );
  return `<rect x="${x - 8}" y="${y - 8}" width="${width + 16}" height="${height + 16}" fill="${wood}"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}"/>${bars}`;
}

const stars = [70, 60, 130, 110, 220, 50, 180, 140, 370, 160, -40, 90, 440, 60, 20, 150];
const twinkle = times(
  stars.length / 2,
  (i) => `<circle cx="${stars[i * 2]}" cy="${stars[i * 2 + 1]}" r="${1.8 + (i % 3) * 0.4}" fill="#f6e3b0"/>`,
);

const screen = (x: number) =>
  `<rect x="${x}" y="16" width="230" height="150" rx="10" fill="#332e2c"/><rect x="${x + 12}" y="28" width="206" height="126" rx="4" fill="#28302d"/><g stroke-width="6" stroke-linecap="round" transform="translate(${x - 86} 0)"><path d="M114 50h60" stroke="#d8a45d"/><path d="M128 70h90" stroke="#8fb7a3"/><path d="M128 90h54M196 90h40" stroke="#e5d9c3"/><path d="M114 110h30" stroke="#d8a45d"/><path d="M114 130h76" stroke="#c87a83"/></g><path d="M${x + 100} 166h30v60h-30z" fill="#3c3633"/>`;

export const keys = (x: number, y: number, columns: number, rows: number, colour = "#cfc2b0") =>
  times(
    columns * rows,
    (i) =>
      `<rect x="${x + (i % columns) * 24.4}" y="${y + Math.floor(i / columns) * 22}" width="19" height="17" rx="4" fill="${colour}"/>`,
  );

export const rooms = {
  window: {
    body: `${fill("#e9d7b8")}${lattice(-132, -20, 150, 240, 4, 6, "#ffe9bd")}${lattice(40, -20, 150, 240, 4, 6)}${lattice(212, -20, 150, 240, 4, 6, "#ffe9bd")}${lattice(384, -20, 150, 240, 4, 6)}<rect x="-160" y="236" width="720" height="16" fill="#8a5c36"/>${planks(252, 148)}<path d="M60 260h140l130 140H120Z" fill="#ffe7b0" opacity=".45"/>`,
  },
  floor: {
    body: `${planks(-60, 520, "#cf9f6c", "#bb8756")}<path d="M40 -60H220L460 400V460H300Z" fill="#ffe9b8" opacity=".5"/><path d="M-120 -60H-20L120 460H-20Z" fill="#ffe9b8" opacity=".35"/>`,
  },
  blanket: {
    body: `${fill("#e8e4d2")}<path d="M-160 250Q20 196 200 240T560 236V520H-160Z" fill="#8fae9b"/><path d="M-160 300Q60 258 220 296T560 286V520H-160Z" fill="#7c9d8a"/><g fill="#f4efdd" opacity=".5">${times(14, (i) => `<circle cx="${-100 + i * 48}" cy="${275 + ((i * 31) % 80)}" r="6"/>`)}</g><rect x="280" y="20" width="90" height="120" rx="4" fill="#fbf6ea"/><path d="M290 130q34-60 70 0z" fill="#b9c9a8"/>`,
  },
  night: {
    body: `${fill("#3a3140")}<circle cx="318" cy="78" r="40" fill="#f6e3b0"/><circle cx="302" cy="70" r="36" fill="#3a3140"/>${twinkle}<path d="M-160 250L-40 200L110 190L230 250Z" fill="#2b2430"/><path d="M180 260L310 186L560 260Z" fill="#2f2734"/>${planks(252, 148, "#6b4c34", "#5c402b")}`,
    glow: "#b9c4ff",
  },
  garden: {
    body: `${fill("#cfe0c4")}<circle cx="330" cy="70" r="120" fill="#f7edc4" opacity=".7"/><path d="M-160 190Q60 120 150 180T330 170T560 190V520H-160Z" fill="#9cbd8c"/><path d="M-160 270Q100 230 220 266T560 256V520H-160Z" fill="#7fa573"/>${times(15, (i) => `<g transform="translate(${-110 + i * 44} ${286 + ((i * 47) % 90)})"><path d="M0 0v22" stroke="#5c8456" stroke-width="3"/><circle r="${6 + (i % 3)}" fill="${["#f3c64f", "#fff8e8", "#e39aa5"][i % 3]}"/></g>`)}`,
  },
  desk: {
    body: `${fill("#d9c9b4")}${screen(86)}<rect x="-90" y="60" width="110" height="110" rx="6" fill="#c3b199"/><path d="M-78 170v-50h20v50M-52 170v-70h18v70M-30 170v-58h22v58" stroke="#8b6b4c" stroke-width="16"/><rect x="370" y="110" width="44" height="116" rx="10" fill="#5f8a78"/><circle cx="392" cy="70" r="46" fill="#8fae7b"/><rect x="-160" y="226" width="720" height="260" fill="#a67446"/><rect x="-160" y="226" width="720" height="8" fill="#8b5d35"/><rect x="60" y="310" width="280" height="56" rx="10" fill="#efe6d8"/>${keys(70, 318, 11, 2)}<path d="M402 300h54v38q0 20-20 20h-14q-20 0-20-20z" fill="#fffaf0"/><ellipse cx="429" cy="300" rx="27" ry="8" fill="#7a4a2c"/>`,
  },
  cushion: {
    body: `${fill("#ead9c7")}<rect x="-160" y="250" width="720" height="240" fill="#d8bd9d"/><circle cx="320" cy="96" r="52" fill="#f7ead2"/><path d="M-70 250V120q0-30 30-30t30 30v130z" fill="#c9ab88"/><ellipse cx="200" cy="350" rx="182" ry="46" fill="#a8474f"/><ellipse cx="200" cy="338" rx="182" ry="44" fill="#c1626a"/><ellipse cx="200" cy="334" rx="150" ry="32" fill="#cf7a80"/>`,
  },
  sofa: {
    body: `${fill("#e6e0d2")}<rect x="250" y="36" width="104" height="130" rx="4" fill="#fbf6ea"/><circle cx="302" cy="96" r="30" fill="#e2a257"/><path d="M258 150q44-44 88 0v12h-88z" fill="#8fae9b"/><path d="M-60 200V70M-90 70h60l-14-46h-32z" stroke="#7d5533" stroke-width="6" fill="#f3dfae"/><rect x="-130" y="196" width="660" height="290" rx="40" fill="#7a8f86"/><rect x="-130" y="286" width="660" height="200" rx="34" fill="#8ba197"/><path d="M200 296v190" stroke="#6f857b" stroke-width="5"/>`,
  },
  kitchen: {
    body: `${fill("#e8ded0")}${times(48, (i) => `<rect x="${-160 + (i % 12) * 60}" y="${20 + Math.floor(i / 12) * 60}" width="56" height="56" rx="3" fill="${i % 5 ? "#f3ece0" : "#cfdcd3"}"/>`)}<path d="M-160 8h720v14h-720z" fill="#8b5d35"/><path d="M40 22v30M90 22v44M140 22v26" stroke="#6a5a4a" stroke-width="4"/><circle cx="40" cy="72" r="22" fill="#4a4340"/><path d="M80 66h20v40q-10 16-20 0z" fill="#b98655"/><circle cx="140" cy="66" r="18" fill="#c86a5a"/><rect x="-160" y="256" width="720" height="230" fill="#c9a57c"/><rect x="-160" y="256" width="720" height="12" fill="#f4ead9"/><path d="M330 256v-60q0-14 14-14h40q14 0 14 14v60z" fill="#5f8a78"/><path d="M344 182q20-40 40 0" stroke="#5f8a78" stroke-width="6" fill="none"/>`,
  },
  rain: {
    body: `${fill("#6f7d88")}<g fill="#5b6873">${times(9, (i) => `<rect x="${-150 + i * 78}" y="${90 + ((i * 53) % 90)}" width="62" height="200"/>`)}</g><g fill="#f0d58d" opacity=".8">${times(20, (i) => `<rect x="${-140 + i * 34}" y="${130 + ((i * 41) % 90)}" width="8" height="10"/>`)}</g><g stroke="#c9d6dd" stroke-opacity=".55" stroke-width="2.5" stroke-linecap="round">${times(70, (i) => `<path d="M${-150 + ((i * 97) % 700)} ${(i * 61) % 250}l-6 26"/>`)}</g><path d="M-160 -10h720v26h-720zM190 0h18v260h-18z" fill="#7d5533"/><rect x="-160" y="246" width="720" height="26" fill="#8a5c36"/>${planks(272, 130, "#a97c52", "#97693f")}`,
    glow: "#d7e4ec",
  },
  books: {
    body: `${fill("#5d4230")}${times(
      3,
      (row) =>
        `<rect x="-160" y="${-30 + row * 104}" width="720" height="92" fill="#4a3324"/><rect x="-160" y="${62 + row * 104}" width="720" height="12" fill="#7d5533"/>${times(
          34,
          (i) => {
            const height = 50 + ((i * 29 + row * 17) % 34);
            return `<rect x="${-156 + i * 21}" y="${62 + row * 104 - height}" width="${14 + ((i + row) % 3) * 3}" height="${height}" rx="2" fill="${["#b5525b", "#5f8a78", "#d99b52", "#efe3cb", "#4f6d86", "#8a6a8d", "#c9b48c"][(i * 3 + row) % 7]}"/>`;
          },
        )}`,
    )}${planks(270, 130)}`,
  },
  laundry: {
    body: `${fill("#dfe8ec")}<path d="M-160 70Q200 120 560 60" stroke="#8a7a6a" stroke-width="4" fill="none"/><path d="M-110 78h90v120h-90z" fill="#f6efe4"/><path d="M10 88h76l10 30-16 8v70H22v-70l-16-8z" fill="#c1626a"/><path d="M130 96h110v130H130z" fill="#a9c0b4"/><path d="M290 90h34v110h-14v-70h-6v70h-14zM370 84h80v100h-80z" fill="#e8b76a"/><path d="M-160 226h720v30h-720z" fill="#b7c7ae"/>${planks(256, 150, "#d2ad80", "#bf986a")}`,
  },
} satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;
