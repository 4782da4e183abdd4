import { times } from "../drawing.ts";
import { hills, somebody } from "./figures.ts";
import { poster } from "./poster.ts";
import { at, disc, faint, fade, line, oval, paper, rect, rounded, shape, thrown } from "./shapes.ts";

const brush = () =>
  paper("#efe6d2") +
  shape(
    "M150 52C232 48 262 132 246 206C230 276 150 300 92 262C38 224 42 120 104 82C96 132 84 196 122 226C164 254 206 226 212 172C218 122 196 96 138 92C110 92 120 56 150 52z",
    "#1b1a19",
  ) +
  faint(
    0.5,
    line("M248 150q6 60-26 100M60 200q6 40 40 66M240 130q-6-40-44-66", "#1b1a19", 2) +
      line("M52 176q2 66 54 98", "#1b1a19", 1.2),
  ) +
  times(12, (place) =>
    disc(60 + thrown(place, 3, 190), 280 + thrown(place, 6, 40), 1 + (place % 3), "#1b1a19"),
  ) +
  rect(226, 300, 34, 34, "#b8322c") +
  line("M234 308h18M234 316h18M243 308v20M234 326h18", "#efe6d2", 2.4);

const lastRoll = () =>
  paper("#d9cdb6") +
  at(
    0,
    -34,
    rect(70, -10, 160, 330, "#1d1a18") +
      times(
        12,
        (row) =>
          rounded(78, row * 28 + 2, 14, 16, 3, "#d9cdb6") + rounded(208, row * 28 + 2, 14, 16, 3, "#d9cdb6"),
      ) +
      [0, 1, 2]
        .map(
          (frame) =>
            rect(100, 12 + frame * 102, 100, 90, ["#b98a52", "#a8763f", "#8f6234"][frame]!) +
            shape(
              `M100 ${102 + frame * 102}V${60 + frame * 102}L128 ${40 + frame * 102}V${102 + frame * 102}zM200 ${102 + frame * 102}V${50 + frame * 102}L168 ${34 + frame * 102}V${102 + frame * 102}z`,
              "#3a2818",
            ) +
            shape(
              `M128 ${102 + frame * 102}L146 ${62 + frame * 102}H152L168 ${102 + frame * 102}z`,
              "#e9d3a0",
            ) +
            disc(150, 36 + frame * 102, 8 - frame * 2, "#f6e6bd") +
            (frame < 2 ? at(150, 96 + frame * 102, somebody(28 - frame * 8, "#1d1a18")) : ""),
        )
        .join("") +
      shape("M70 320Q110 350 150 330T230 320V312H70z", "#1d1a18"),
  );

const rainFront = () =>
  paper("#cfe0e4") +
  [
    "M-20 90C60 40 120 130 200 90S300 40 330 80",
    "M-20 130C60 84 120 176 200 134S300 84 330 122",
    "M-20 176C60 132 120 226 200 182S300 130 330 168",
    "M-20 320C80 280 140 360 220 318S310 300 330 310",
    "M-20 366C80 330 140 404 220 362S310 348 330 356",
  ]
    .map((d) => line(d, "#8fb0ba", 1.8))
    .join("") +
  line("M-10 250C60 214 110 286 160 252S260 214 310 246", "#2b4f9c", 5) +
  times(5, (place) =>
    at(
      30 + place * 60,
      [239, 256, 256, 235, 226][place]!,
      place % 2 === 0 ? shape("M-11 0A11 11 0 0 1 11 0z", "#d0453f") : shape("M-11 0L0 17L11 0z", "#2b4f9c"),
      { turn: [-18, 22, -12, -24, 14][place]! },
    ),
  ) +
  at(118, 238, somebody(52, "#d0453f")) +
  at(226, 298, somebody(52, "#2b4f9c")) +
  line("M128 176Q190 150 222 236", "#33302c", 1.5, ` stroke-dasharray="2 5"`);

const oldSilence = () =>
  fade([
    [0, "#f4b56a"],
    [0.5, "#f0d7a6"],
    [1, "#f0d7a6"],
  ]) +
  disc(84, 150, 40, "#fff0cf") +
  hills("#c98f57", 232, 214, 236, 218, 240) +
  shape("M92 230H108L236 450H-36z", "#4b4f57") +
  times(6, (place) =>
    shape(
      `M${99.4 - place * 0.3} ${244 + place * place * 6}h${1.6 + place * 1.2}l${place * 0.6} ${8 + place * 4}h${-2.4 - place * 1.6}z`,
      "#f4ead2",
    ),
  ) +
  at(104, 330, somebody(64, "#b8322c", "#6b2b1e")) +
  line("M88 290l-13 14M120 290l14 10", "#b8322c", 6) +
  oval(104, 334, 26, 5, "#0003");

const scooter = () =>
  fade([
    [0, "#f7c873"],
    [0.5, "#f3e3b3"],
    [1, "#8fb39a"],
  ]) +
  hills("#7fa58c", 220, 190, 226, 200, 236) +
  hills("#5b8672", 270, 250, 280, 262) +
  shape(
    "M196 250C120 280 90 300 150 330S260 380 120 450H300C300 380 230 350 210 320S190 280 206 250z",
    "#4b5458",
  ) +
  line("M203 254C160 282 130 304 176 332S240 392 200 450", "#f6edd3", 3, ` stroke-dasharray="12 10"`) +
  at(
    86,
    330,
    disc(-30, 30, 20, "#26292c") +
      disc(44, 30, 20, "#26292c") +
      disc(-30, 30, 8, "#b9c0c2") +
      disc(44, 30, 8, "#b9c0c2") +
      shape("M-44 18Q-40-14-6-12L14 14L30-34L42-30L50 22L20 26H-50z", "#d6423a") +
      line("M28-36h-14", "#26292c", 5) +
      shape("M-30-14H4v-8H-34z", "#26292c") +
      shape("M-24-22Q-28-70 0-74L20-50L30-34L22-28L4-46L2-22z", "#2e5f86") +
      disc(4, -88, 17, "#f2d16a") +
      rect(4, -92, 18, 9, "#2b3b44") +
      rounded(-60, -40, 30, 26, 4, "#8a5a34"),
  );

const partTimer = () =>
  paper("#f7b7c3") +
  times(16, (place) => disc(thrown(place, 3, 300), thrown(place, 5, 300), 3 + (place % 4) * 3, "#fbd8df")) +
  at(
    15,
    -22,
    shape("M92 74H208q4 78-58 84q-62-6-58-84z", "#fff6e3", ` opacity=".9"`) +
      shape("M96 106H204q-6 46-54 50q-48-4-54-50z", "#f0b63f") +
      rect(145, 156, 10, 100, "#fff6e3") +
      oval(150, 260, 46, 9, "#fff6e3") +
      times(7, (place) => disc(122 + place * 9, 140 - (place % 3) * 16, 3, "#fff6e3")) +
      shape(
        "M150 342C110 306 96 290 108 268C122 250 144 258 150 276C156 258 178 250 192 268C204 290 190 306 150 342z",
        "#d0314f",
      ) +
      line("M108 268Q60 250 50 214M192 268q48-18 58-54", "#d0314f", 5),
    { scale: 0.9 },
  );

export const onPaper = {
  brush: poster(
    "천년의 붓",
    "The Thousand-Year Brush",
    "권이헌 감독 작품",
    "column-left",
    { ink: "#b8322c", second: "#1b1a19", size: 38, y: 228 },
    brush,
  ),
  "last-roll": poster(
    "골목의/마지막 필름",
    "The Last Roll in the Alley",
    "다큐멘터리",
    "low",
    { ink: "#3a2818", size: 36, y: 412 },
    lastRoll,
  ),
  "rain-front": poster(
    "장마전선의/연인",
    "Lovers on the Rain Front",
    "두 사람은 매년 남쪽에서 만난다",
    "low",
    { ink: "#22345f" },
    rainFront,
  ),
  "forty-two": poster(
    "사십이/킬로미터의/침묵",
    "Forty-Two Kilometres of Silence",
    "다큐멘터리",
    "column",
    { ink: "#5a2414", size: 36, y: 26, second: "#fff2d6" },
    oldSilence,
  ),
  scooter: poster(
    "북쪽으로 가는/스쿠터",
    "Scooter Heading North",
    "기름은 반 통, 마음은 가득",
    "high",
    { ink: "#5b3a1c", size: 40 },
    scooter,
  ),
  "part-timer": poster(
    "억만장자의/알바생",
    "The Billionaire's Part-Timer",
    "시급은 심장으로 드립니다",
    "low",
    { ink: "#a31d3d", size: 42, y: 414 },
    partTimer,
  ),
};
