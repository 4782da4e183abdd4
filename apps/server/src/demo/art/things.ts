import { between, fill, finish, type FrameName, frames, pick, randomFrom, times } from "./drawing.ts";

const counter = (wall: string, top: string, y = 290) =>
  `${fill(wall)}<rect x="-160" y="${y}" width="720" height="280" fill="${top}"/><rect x="-160" y="${y}" width="720" height="9" fill="#000" opacity=".12"/>`;
const bookColours = ["#b5525b", "#5f8a78", "#d99b52", "#4f6d86", "#8a6a8d", "#c9b48c", "#3c4b46"];

function bookStack(seed: string, count: number, x: number, y: number): string {
  const random = randomFrom(seed);
  return times(count, (i) => {
    const [width, height, shift] = [
      between(random, 150, 220),
      between(random, 22, 36),
      between(random, -16, 16),
    ];
    const top = y - (i + 1) * 32;
    const colour = pick(random, bookColours);
    return `<rect x="${x - width / 2 + shift}" y="${top}" width="${width}" height="${Math.min(height, 31)}" rx="4" fill="${colour}"/><path d="M${x - width / 2 + shift + 18} ${top + 4}v${Math.min(height, 31) - 8}M${x + width / 2 + shift - 26} ${top + 4}v${Math.min(height, 31) - 8}" stroke="#fff" stroke-opacity=".4" stroke-width="4"/>`;
  });
}

const scenes = {
  books: `${counter("#ead9c7", "#a67446")}${bookStack("b", 7, 170, 296)}<path d="M300 296v-60h56v34q0 26-28 26z" fill="#fffaf0"/><path d="M356 246q24 0 20 18t-22 14" stroke="#fffaf0" stroke-width="8" fill="none"/><path d="M318 222q-8-14 2-26M338 222q-8-14 2-26" stroke="#fff" stroke-opacity=".6" stroke-width="5" fill="none"/>`,
  openBook: `${counter("#cfdcd3", "#8ba197", 180)}<path d="M200 150Q110 110-10 140V350Q110 320 200 360Q290 320 410 350V140Q290 110 200 150Z" fill="#7b5433"/><path d="M200 148Q110 104 4 132V338Q110 308 200 348Q290 308 396 338V132Q290 104 200 148Z" fill="#fffaf0"/><path d="M200 148V348" stroke="#d9cdb8" stroke-width="5"/>${times(9, (i) => `<path d="M30 ${158 + i * 19}q80-14 150 10M370 ${158 + i * 19}q-80-14-150 10" stroke="#b9ad98" stroke-width="4" fill="none" opacity="${i % 4 === 3 ? 0.3 : 0.8}"/>`)}<path d="M250 126l4 90 14-18 16 14-4-92z" fill="#c1626a"/>`,
  bookshop: `${fill("#7b5433")}<path d="M-160-120h720v200h-720z" fill="#3f6656"/><path d="M-110 20h620l24 60h-668z" fill="#f3ece0"/>${times(10, (i) => `<path d="M${-110 + i * 62} 20h31l${-12 + i * 2.4} 60h-34z" fill="#c1626a"/>`)}<rect x="-90" y="100" width="330" height="210" fill="#ffe9b8"/>${times(3, (row) => times(15, (i) => `<rect x="${-80 + i * 21}" y="${122 + row * 64 + ((i * 13) % 16)}" width="15" height="${48 - ((i * 13) % 16)}" fill="${bookColours[(i + row * 2) % 7]}"/>`) + `<rect x="-90" y="${170 + row * 64}" width="330" height="8" fill="#8b5d35"/>`)}<rect x="280" y="100" width="110" height="230" fill="#4a3324"/><rect x="294" y="116" width="82" height="120" fill="#ffe9b8"/><circle cx="378" cy="260" r="6" fill="#e0b068"/><path d="M-160 330h720v200h-720z" fill="#8b8880"/><path d="M420 330v-70h60v70zM410 260q40-80 80 0z" fill="#5f8a68"/>`,
  shoes: `${counter("#cfe3ee", "#c46a4f", 250)}<path d="M-160 300h720M-160 360h720" stroke="#fff1e0" stroke-width="5"/>${[
    [0, 0, "#4f7a9a", "#f3c64f"],
    [130, 60, "#4f7a9a", "#f3c64f"],
  ]
    .map(
      ([x, y, colour, accent]) =>
        `<g transform="translate(${x} ${y})"><path d="M20 180q40 30 90 6q30 46 100 56q40 8 40 36H20q-20-50 0-98z" fill="${colour}"/><path d="M12 276h242q6 24-16 24H30q-20 0-18-24z" fill="#fffaf0"/><path d="M60 220q50 40 120 20M56 240q60 36 150 18" stroke="${accent}" stroke-width="9" fill="none"/><path d="M106 190l24 24M128 206l22 20M150 222l22 16" stroke="#fffaf0" stroke-width="6"/></g>`,
    )
    .join("")}`,
  medal: `${counter("#e8e4d2", "#b9c7ae", 330)}<path d="M130-120L190 170M270-120L210 170" stroke="#c1626a" stroke-width="42"/><path d="M142-120L194 160M258-120L206 160" stroke="#fff" stroke-opacity=".5" stroke-width="8"/><circle cx="200" cy="240" r="92" fill="#c2914a"/><circle cx="200" cy="240" r="78" fill="#e8c06a"/><path d="M200 186l16 34 38 5-28 26 7 38-33-19-33 19 7-38-28-26 38-5z" fill="#fff3c8"/>`,
  bike: `${counter("#cfe0c4", "#d8c39a", 320)}<circle cx="330" cy="80" r="60" fill="#f7edc4"/>${times(7, (i) => `<path d="M${-140 + i * 110} 320l30-110 30 110z" fill="#7fa573"/>`)}<g fill="none" stroke="#33302c" stroke-width="9"><circle cx="90" cy="290" r="70"/><circle cx="320" cy="290" r="70"/></g><g fill="none" stroke="#c5483f" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"><path d="M90 290L150 180H280L200 290zM150 180L200 290M280 180L320 290M270 150l10 30M150 180l-8-24"/></g><path d="M120 152h46M250 148q30-14 50 6" stroke="#33302c" stroke-width="12" stroke-linecap="round" fill="none"/><path d="M290 190h60v44h-60z" fill="#b98655"/><g fill="#fff8e8"><circle cx="300" cy="186" r="10"/><circle cx="320" cy="180" r="10"/><circle cx="340" cy="186" r="10"/></g>`,
  camera: `${counter("#ead9c7", "#8b5d35", 300)}<path d="M30 120h90l20-34h120l20 34h90q20 0 20 20v140q0 20-20 20H30q-20 0-20-20V140q0-20 20-20z" fill="#33302c"/><rect x="10" y="160" width="380" height="90" fill="#5a4a3c"/><circle cx="200" cy="210" r="82" fill="#c9cdd0"/><circle cx="200" cy="210" r="68" fill="#26262a"/><circle cx="200" cy="210" r="44" fill="#35507a"/><circle cx="182" cy="190" r="14" fill="#fff" opacity=".5"/><rect x="40" y="98" width="46" height="22" rx="6" fill="#c9cdd0"/><rect x="310" y="134" width="50" height="24" rx="5" fill="#8fa9b4"/>`,
  records: `${counter("#d8c4a4", "#6b4427", 250)}<rect x="-30" y="170" width="350" height="180" rx="12" fill="#a67446"/><circle cx="120" cy="256" r="84" fill="#26262a"/><circle cx="120" cy="256" r="66" fill="none" stroke="#46464c" stroke-width="3"/><circle cx="120" cy="256" r="50" fill="none" stroke="#46464c" stroke-width="3"/><circle cx="120" cy="256" r="28" fill="#c5483f"/><circle cx="120" cy="256" r="5" fill="#fffaf0"/><path d="M270 190v50l-80 50" stroke="#c9cdd0" stroke-width="9" fill="none" stroke-linecap="round"/><circle cx="270" cy="190" r="16" fill="#8f9aa0"/><rect x="350" y="90" width="150" height="150" fill="#e0b068"/><circle cx="425" cy="165" r="48" fill="#c8705a"/><path d="M350 210q70-50 150 0v30H350z" fill="#4f6d86"/>`,
  guitar: `${counter("#e3d6c3", "#b98655", 340)}<rect x="-120" y="60" width="120" height="150" fill="#fbf6ea"/><path d="M-100 190q40-80 80 0z" fill="#8fae9b"/><g transform="rotate(24 200 220)"><path d="M190-60h26v210h-26z" fill="#5d3820"/><path d="M182-96h42l-4 40h-34z" fill="#4a2c19"/><path d="M203 130c60 0 66 40 52 74c-12 28 40 40 30 100c-6 50-60 60-82 60s-76-10-82-60c-10-60 42-72 30-100c-14-34-8-74 52-74z" fill="#d08a45"/><circle cx="203" cy="240" r="32" fill="#3a2418"/><rect x="172" y="300" width="62" height="14" rx="4" fill="#4a2c19"/><path d="M194-60v360M200-60v360M206-60v360M212-60v360" stroke="#f6efe0" stroke-width="1.4"/></g>`,
  tickets: `${counter("#5d2a30", "#7b3a3f", -120)}${[
    [-10, "#f6e3b0"],
    [10, "#f3ddc0"],
  ]
    .map(
      ([turn, colour], i) =>
        `<g transform="translate(${i * 40} ${i * 70 - 40}) rotate(${turn} 200 200)"><path d="M20 140h360v40q-20 0-20 20t20 20v40H20v-40q20 0 20-20t-20-20z" fill="${colour}"/><path d="M290 146v108" stroke="#b98655" stroke-width="4" stroke-dasharray="8 8"/><circle cx="120" cy="200" r="36" fill="#c8553d"/><circle cx="120" cy="200" r="10" fill="${colour}"/><g fill="${colour}"><circle cx="120" cy="178" r="7"/><circle cx="120" cy="222" r="7"/><circle cx="98" cy="200" r="7"/><circle cx="142" cy="200" r="7"/></g><path d="M180 180h90M180 204h70M180 226h50" stroke="#b98655" stroke-width="8" stroke-linecap="round"/><path d="M312 172v56M326 172v56M338 172v56M352 172v56" stroke="#5d2a30" stroke-width="5"/></g>`,
    )
    .join("")}`,
  cinema: `${fill("#241a24")}<path d="M10 20h380v190H10z" fill="#f6efdc"/><path d="M10 210V120l90-40 70 60 80-80 140 90v60z" fill="#d99b52"/><circle cx="310" cy="70" r="24" fill="#c8553d"/><path d="M200 460L10 210h380z" fill="#fff3d0" opacity=".1"/>${times(
    3,
    (row) =>
      times(9, (i) => {
        const [x, y] = [-110 + i * 76 + (row % 2) * 38, 260 + row * 56];
        return (
          `<rect x="${x}" y="${y}" width="62" height="80" rx="16" fill="${row === 1 ? "#7b2f3a" : "#8f3844"}"/>` +
          ((i * 7 + row * 5) % 6 === 0 ? `<circle cx="${x + 31}" cy="${y - 8}" r="20" fill="#1a1119"/>` : "")
        );
      }),
  )}`,
  letter: `${counter("#c9dcbc", "#a67446", 230)}<g transform="rotate(-6 200 260)"><rect x="30" y="150" width="340" height="220" rx="8" fill="#fbf6ea"/><path d="M30 156l170 120 170-120" stroke="#d9cdb8" stroke-width="6" fill="none"/><rect x="300" y="300" width="50" height="54" fill="#c8705a"/><path d="M310 344q16-36 30 0z" fill="#fffaf0"/><circle cx="200" cy="268" r="26" fill="#a8474f"/></g><path d="M340 120L250 250" stroke="#4f6d86" stroke-width="14" stroke-linecap="round"/><path d="M340 120l26-40" stroke="#e0b068" stroke-width="14" stroke-linecap="round"/>`,
  knitting: `${counter("#ead9c7", "#d8bd9d", 300)}<circle cx="130" cy="270" r="90" fill="#c1626a"/><g stroke="#a8474f" stroke-width="5" fill="none"><path d="M60 220q70 20 140 110M50 260q60 10 110 96M100 186q80 40 116 120M150 184q50 30 66 70"/><path d="M70 330q60-80 140-110" stroke="#d98a90"/></g><path d="M210 300q80 60 130-10t110 20" stroke="#c1626a" stroke-width="6" fill="none"/><path d="M60 140L230 330M210 120L80 330" stroke="#e0b068" stroke-width="9" stroke-linecap="round"/><path d="M260 200h150v100H260z" fill="#8fae9b"/>${times(5, (row) => `<path d="M262 ${212 + row * 20}l15 12 15-12 15 12 15-12 15 12 15-12 15 12 15-12 15 12 13-12" stroke="#fff" stroke-opacity=".5" stroke-width="4" fill="none"/>`)}`,
  lunchbox: `${counter("#f5d9b8", "#e3bd8f", -120)}<rect x="0" y="60" width="400" height="290" rx="40" fill="#c9cdd0"/><rect x="14" y="74" width="372" height="262" rx="30" fill="#e4e7e8"/><rect x="34" y="92" width="110" height="80" rx="18" fill="#fffdf8"/><circle cx="88" cy="132" r="32" fill="#c9582f"/><rect x="156" y="92" width="110" height="80" rx="18" fill="#fffdf8"/><path d="M172 150q40-70 80 0z" fill="#6f9a4f"/><rect x="278" y="92" width="90" height="80" rx="18" fill="#fffdf8"/><circle cx="306" cy="136" r="18" fill="#f0b63f"/><circle cx="340" cy="126" r="18" fill="#f0b63f"/><rect x="34" y="188" width="190" height="126" rx="30" fill="#fffdf8"/><ellipse cx="130" cy="250" rx="76" ry="44" fill="#f3ead2"/><circle cx="300" cy="250" r="62" fill="#fffdf8"/><circle cx="300" cy="250" r="48" fill="#d98a4e"/><rect x="276" y="236" width="22" height="20" rx="4" fill="#fff6e2"/><rect x="304" y="252" width="22" height="20" rx="4" fill="#fff6e2"/>`,
} satisfies Record<string, string>;

export type ThingName = keyof typeof scenes;

export const thingPicture = (name: ThingName, frameName: FrameName = "wide") =>
  finish(frames[frameName], scenes[name]);
