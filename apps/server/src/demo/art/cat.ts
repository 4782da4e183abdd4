import { catHead, type HeadLook } from "./cat-head.ts";
import { type Coat, pawColour, tailColour } from "./coats.ts";

export type Pose = "loaf" | "sit" | "curl" | "back" | "sprawl" | "belly" | "box" | "peek";

const round = `fill="none" stroke-linecap="round"`;

const stripes = (coat: Coat, path: string) =>
  coat.pattern === "tabby"
    ? `<g stroke="${coat.dark}" stroke-width="11" ${round} opacity=".9"><path d="${path}"/></g>`
    : "";
const patches = (coat: Coat, dark: string, spot: string) =>
  coat.pattern === "patches"
    ? `<path d="${spot}" fill="${coat.spot}"/><path d="${dark}" fill="${coat.dark}"/>`
    : "";
const hasBib = (coat: Coat) => coat.pattern === "tuxedo" || coat.pattern === "tabby";

function shape(id: string, path: string, coat: Coat, inside: string): string {
  return `<path d="${path}" fill="${coat.base}"/><clipPath id="${id}"><path d="${path}"/></clipPath><g clip-path="url(#${id})">${inside}</g>`;
}

const paws = (coat: Coat, y: number, left: number, right: number) =>
  `<ellipse cx="${left}" cy="${y}" rx="29" ry="16" fill="${pawColour(coat)}"/><ellipse cx="${right}" cy="${y}" rx="29" ry="16" fill="${pawColour(coat)}"/><g stroke="#3b2416" stroke-opacity=".22" stroke-width="3" ${round}><path d="M${left - 7} ${y - 2}v10M${left + 6} ${y - 1}v10M${right - 6} ${y - 1}v10M${right + 7} ${y - 2}v10"/></g>`;

function loaf(coat: Coat, look: HeadLook, id: string): string {
  const body =
    "M72 330C66 236 128 196 200 196C272 196 334 236 328 330C327 352 310 358 290 358H110C90 358 73 352 72 330Z";
  return (
    `<path d="M318 330c40 6 46-38 22-58" stroke="${tailColour(coat)}" stroke-width="27" ${round}/>` +
    shape(
      id,
      body,
      coat,
      stripes(coat, "M68 262l40 8M66 292l38 4M70 322l32-2M332 262l-40 8M334 292l-38 4M330 322l-32-2") +
        patches(coat, "M340 250q-70-6-62 50q10 50 70 40z", "M60 230q70-20 66 60q-20 40-70 20z") +
        (hasBib(coat)
          ? `<ellipse cx="200" cy="300" rx="${coat.pattern === "tuxedo" ? 62 : 50}" ry="80" fill="${coat.light}"/>`
          : "") +
        `<ellipse cx="200" cy="366" rx="150" ry="26" fill="#2b190f" opacity=".10"/>`,
    ) +
    paws(coat, 347, 162, 238) +
    catHead(coat, { y: 182, ...look }, `${id}-head`)
  );
}

function sit(coat: Coat, look: HeadLook, id: string): string {
  const body =
    "M120 372C104 300 140 214 200 206C260 214 296 300 280 372Q278 386 262 386H138Q122 386 120 372Z";
  return (
    `<path d="M272 372c64 8 84-44 46-82" stroke="${tailColour(coat)}" stroke-width="25" ${round}/>` +
    shape(
      id,
      body,
      coat,
      stripes(coat, "M118 290l34 8M112 322l32 4M112 352h28M282 290l-34 8M288 322l-32 4M288 352h-28") +
        patches(coat, "M300 300q-60-6-52 40q10 40 60 30z", "M100 270q60-10 62 50q-20 40-70 20z") +
        (hasBib(coat)
          ? `<path d="M200 220C236 250 234 330 226 390H174C166 330 164 250 200 220Z" fill="${coat.light}"/>`
          : ""),
    ) +
    paws(coat, 382, 170, 230) +
    `<path d="M200 300v76" stroke="#3b2416" stroke-opacity=".12" stroke-width="4"/>` +
    catHead(coat, { y: 172, ...look }, `${id}-head`)
  );
}

function curl(coat: Coat, look: HeadLook, id: string): string {
  const body =
    "M66 300C66 226 130 186 208 186C292 186 344 236 344 298C344 346 292 366 204 366C120 366 66 352 66 300Z";
  const tail = "M330 306c6 52-90 62-168 52";
  const colour = coat.pattern === "tabby" ? coat.dark : tailColour(coat);
  return (
    shape(
      id,
      body,
      coat,
      stripes(coat, "M230 180q10 26 2 52M270 192q10 24 0 48M306 214q4 22-10 42") +
        patches(
          coat,
          "M220 170q100 0 120 90q-70 30-110-10q-30-40-10-80z",
          "M330 290q-40 0-60 40q40 50 80 20z",
        ) +
        `<path d="M66 330q140 60 280-20v70H66z" fill="#2b190f" opacity=".08"/>`,
    ) +
    catHead(coat, { x: 146, y: 282, scale: 0.78, tilt: -8, eyes: "asleep", ...look }, `${id}-head`) +
    `<path d="${tail}" stroke="${colour}" stroke-width="27" ${round}/><path d="${tail}" stroke="#fff" stroke-opacity=".16" stroke-width="27" ${round}/>`
  );
}

function back(coat: Coat, _look: HeadLook, id: string): string {
  const body =
    "M112 378C100 286 150 236 200 232C250 236 300 286 288 378Q286 392 268 392H132Q114 392 112 378Z";
  const head =
    "M200 128C246 128 276 154 276 190C276 226 244 250 200 250C156 250 124 226 124 190C124 154 156 128 200 128Z";
  const ear = coat.pattern === "point" ? coat.dark : coat.base;
  const [left, right] = coat.pattern === "patches" ? [coat.dark, coat.spot] : [ear, ear];
  return (
    shape(
      id,
      body,
      coat,
      stripes(
        coat,
        "M200 250v120M168 280l-44 14M166 318l-52 10M170 354l-52 6M232 280l44 14M234 318l52 10M230 354l52 6",
      ) +
        patches(coat, "M100 300q70-30 90 30q0 60-90 70z", "M210 240q80 10 90 90q-60 10-90-30z") +
        `<path d="M150 400q60-120 140-110v110z" fill="#2b190f" opacity=".06"/>`,
    ) +
    `<path d="M132 172L128 98Q129 86 141 92L196 136Z" fill="${left}"/><path d="M268 172L272 98Q271 86 259 92L204 136Z" fill="${right}"/>` +
    shape(
      `${id}-head`,
      head,
      coat,
      stripes(coat, "M200 128v52M180 130l6 44M220 130l-6 44") +
        patches(coat, "M120 130h80q0 60-80 70z", "M204 120h80v70q-60 0-80-70z") +
        (coat.pattern === "point"
          ? `<ellipse cx="200" cy="150" rx="70" ry="40" fill="${coat.dark}" opacity=".25"/>`
          : ""),
    ) +
    `<path d="M138 232q62 38 124 0" stroke="#000" stroke-opacity=".16" stroke-width="5" ${round}/><path d="M146 160l-6-40M254 160l6-40" stroke="#fff" stroke-opacity=".14" stroke-width="5" ${round}/>` +
    `<path d="M284 372c70 0 96 18 104-30" stroke="${tailColour(coat)}" stroke-width="25" ${round}/>`
  );
}

function sprawl(coat: Coat, look: HeadLook, id: string): string {
  const body =
    "M96 300C120 252 200 246 280 262C352 276 404 300 408 330C410 356 370 362 300 362H120C84 362 80 330 96 300Z";
  return (
    `<path d="M396 334c50 10 70-16 92-40" stroke="${tailColour(coat)}" stroke-width="24" ${round}/>` +
    shape(
      id,
      body,
      coat,
      stripes(coat, "M220 250q8 26 0 46M258 254q10 26 0 52M298 264q10 26 0 50M338 280q8 22-2 44") +
        patches(coat, "M230 250q110 0 150 60q-100 40-150-60z", "M150 300q40-10 70 60h-80z") +
        (hasBib(coat) ? `<path d="M100 330q100 20 220 16v20H90z" fill="${coat.light}"/>` : ""),
    ) +
    `<path d="M150 350q-50 14-96 10M330 352q50 12 96 14" stroke="${pawColour(coat)}" stroke-width="28" ${round}/>` +
    catHead(coat, { x: 126, y: 270, scale: 0.82, tilt: -14, ...look }, `${id}-head`)
  );
}

function belly(coat: Coat, look: HeadLook, id: string): string {
  const body =
    "M150 190C210 150 330 180 352 262C366 330 300 366 220 360C140 356 100 300 112 246Q120 206 150 190Z";
  return (
    `<path d="M346 286c50 6 70 30 64 64" stroke="${tailColour(coat)}" stroke-width="24" ${round}/>` +
    shape(
      id,
      body,
      coat,
      stripes(coat, "M352 220l-36 14M360 256l-38 4M352 296l-36-6M170 180l10 30M206 170l6 30") +
        patches(coat, "M280 170q100 20 90 110q-70-20-90-110z", "M230 340q60-50 120 0l-20 40h-100z") +
        `<path d="M190 214C250 200 312 228 316 272C318 316 268 334 216 326C170 318 150 240 190 214Z" fill="${coat.pattern === "point" ? coat.light : pawColour(coat)}" opacity=".9"/>`,
    ) +
    `<path d="M206 214q-16-44 6-72M274 208q10-44 42-58M250 340q24 34 60 34M190 332q-2 34 26 44" stroke="${pawColour(coat)}" stroke-width="27" ${round}/>` +
    catHead(coat, { x: 122, y: 252, scale: 0.8, tilt: -104, ...look }, `${id}-head`)
  );
}

function box(coat: Coat, look: HeadLook, id: string): string {
  return (
    loaf(coat, { y: 212, ...look }, id) +
    `<path d="M46 292h308v120H46z" fill="#c79763"/><path d="M46 292h308v22H46z" fill="#a97a48"/><path d="M46 292l-34 40 34 6zM354 292l34 40-34 6z" fill="#b98853"/><path d="M178 330h44v26h-44z" fill="#b98853"/><path d="M60 396h90M250 396h60" stroke="#a97a48" stroke-width="4"/><ellipse cx="150" cy="296" rx="26" ry="17" fill="${pawColour(coat)}"/><ellipse cx="250" cy="296" rx="26" ry="17" fill="${pawColour(coat)}"/>`
  );
}

const peek = (coat: Coat, look: HeadLook, id: string) =>
  catHead(coat, { y: 318, scale: 1.15, eyes: "wide", ...look }, `${id}-head`) +
  `<ellipse cx="74" cy="392" rx="34" ry="24" fill="${pawColour(coat)}"/><ellipse cx="326" cy="392" rx="34" ry="24" fill="${pawColour(coat)}"/>`;

const poses: Record<Pose, (coat: Coat, look: HeadLook, id: string) => string> = {
  loaf,
  sit,
  curl,
  back,
  sprawl,
  belly,
  box,
  peek,
};

export const cat = (coat: Coat, pose: Pose, look: HeadLook = {}, id = "cat") => poses[pose](coat, look, id);
