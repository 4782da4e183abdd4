import { times } from "../drawing.ts";
import { envelope, flakes, hills, somebody, stars, waves } from "./figures.ts";
import { poster } from "./poster.ts";
import { at, disc, faint, fade, line, oval, paper, rect, rounded, shape } from "./shapes.ts";

const winterPool = () =>
  paper("#dfeef0") +
  shape("M0 190L300 150V450H0z", "#3fa7b5") +
  times(5, (lane) =>
    line(
      `M${-20 + lane * 78} ${190 - lane * 10}L${-70 + lane * 96} 460`,
      "#f2f7f5",
      5,
      ` stroke-dasharray="2 15"`,
    ),
  ) +
  shape("M0 190L300 150v14L0 206z", "#f7f3ea") +
  faint(
    0.5,
    times(9, (row) => line(`M0 ${230 + row * 30}L300 ${190 + row * 30}`, "#7cc4cc", 1.2)),
  ) +
  at(
    196,
    322,
    oval(0, 10, 40, 12, "#2d8b99") +
      disc(0, 0, 17, "#efc9a6") +
      shape("M-18 -3a18 18 0 0 1 36 0q-18 6-36 0z", "#d0493f") +
      line("M-34 14q34 10 68 0", "#dff1f2", 3),
  ) +
  flakes(46, "#fff");

const greenWatch = () =>
  paper("#f1e9d6") +
  rect(108, 0, 84, 450, "#7a4a2c") +
  line("M118 0V450M182 0V450", "#a8764e", 2, ` stroke-dasharray="7 6"`) +
  disc(150, 190, 112, "#c9b07a") +
  disc(150, 190, 101, "#1f5c46") +
  times(12, (hour) =>
    at(150, 190, rect(-2.5, -92, 5, hour % 3 === 0 ? 22 : 11, "#e9dfc2"), { turn: hour * 30 }),
  ) +
  line("M150 190L116 128M150 190L206 206", "#f3ead2", 6) +
  line("M150 190L172 262", "#d8583f", 2.5) +
  disc(150, 190, 6, "#d8583f") +
  rounded(260, 180, 14, 22, 4, "#c9b07a");

const paperAirfield = () => {
  const plane = (x: number, y: number, turn: number, scale: number) =>
    at(
      x,
      y,
      shape("M-46 4L52-22 6 34-2 12z", "#fffdf6") +
        shape("M52-22L-2 12 6 34z", "#d9cfbd") +
        shape("M52-22L-46 4l30 10z", "#f4ecdc"),
      { turn, scale },
    );
  return (
    fade([
      [0, "#5c9fc9"],
      [0.6, "#bfe0e6"],
      [1, "#f4e7c6"],
    ]) +
    shape("M0 450L96 330H176L236 450z", "#8d9a86") +
    times(5, (place) =>
      shape(
        `M${139 - place * 1.4} ${342 + place * 22}h${3 + place * 2}l${1.2} ${9 + place}h${-6 - place * 2}z`,
        "#f6efdd",
      ),
    ) +
    hills("#9db58c", 352, 330, 348, 334) +
    shape("M30 450L112 350H166L206 450z", "#77806f") +
    times(4, (place) => rect(135 - place, 364 + place * 24, 5 + place * 2, 10 + place * 2, "#f6efdd")) +
    line("M60 330C20 220 70 140 120 96", "#fff", 2, ` stroke-dasharray="3 9"`) +
    plane(120, 88, -28, 1.05) +
    plane(64, 210, 12, 0.55) +
    plane(170, 250, -8, 0.4)
  );
};

const afterTheLastBus = () =>
  fade([
    [0, "#131c33"],
    [0.7, "#26324f"],
    [1, "#3a4258"],
  ]) +
  stars(40, "#dfe4ef", 4, 200) +
  shape("M200 96L96 372H296z", "#f4d98a", ` opacity=".35"`) +
  rect(196, 84, 8, 292, "#0c1322") +
  rounded(178, 76, 44, 14, 7, "#0c1322") +
  oval(200, 92, 16, 4, "#ffe9a8") +
  rect(0, 372, 300, 78, "#10182b") +
  rect(120, 330, 96, 7, "#e8c877") +
  rect(130, 336, 6, 38, "#0c1322") +
  rect(198, 336, 6, 38, "#0c1322") +
  at(152, 332, somebody(70, "#0b101d", "#0b101d")) +
  rounded(176, 308, 20, 22, 3, "#a8403c") +
  line("M180 308q6-9 12 0", "#a8403c", 3) +
  rounded(60, 196, 40, 54, 4, "#2e6a8e") +
  rect(77, 250, 5, 124, "#0c1322") +
  rect(66, 206, 28, 7, "#e6eef2") +
  rect(66, 220, 20, 5, "#e6eef2") +
  rect(66, 231, 24, 5, "#e6eef2");

const fogAdvisory = () =>
  fade([
    [0, "#aab4b8"],
    [0.55, "#d5d9d6"],
    [1, "#8f9ea4"],
  ]) +
  disc(92, 120, 34, "#f3efe2", ` opacity=".8"`) +
  faint(0.55, hills("#8a989e", 208, 170, 214, 190, 226)) +
  faint(0.7, rect(0, 214, 300, 40, "#d5d9d6")) +
  faint(0.8, hills("#6d7d85", 286, 250, 292, 268, 300)) +
  rect(0, 290, 300, 26, "#c3cbcb", ` opacity=".75"`) +
  waves(320, "#5d7079", 4) +
  at(
    128,
    330,
    shape("M-44 0H44L30 18H-30z", "#25323a") +
      rect(-3, -46, 5, 46, "#25323a") +
      shape("M4-44L30-10H4z", "#c4402f"),
  ) +
  faint(0.5, rect(0, 346, 300, 14, "#d5d9d6")) +
  faint(0.35, rect(0, 384, 300, 24, "#d5d9d6"));

const moonPost = () =>
  paper("#171a33") +
  stars(70, "#f5e6bf", 2, 450) +
  disc(150, 420, 210, "#e9dcb8") +
  disc(70, 300, 22, "#d3c29a") +
  disc(214, 276, 15, "#d3c29a") +
  disc(150, 350, 34, "#d3c29a") +
  disc(256, 356, 26, "#d3c29a") +
  at(
    150,
    214,
    rect(-5, -4, 10, 24, "#6b2a26") +
      rounded(-32, -92, 64, 92, 30, "#c93f34") +
      rect(-32, -50, 64, 50, "#c93f34") +
      rounded(-21, -58, 42, 8, 4, "#5c1f1c") +
      rounded(-20, -40, 40, 26, 3, "#f3e5c4") +
      shape("M-20-40L0-24L20-40", "#c93f34"),
  ) +
  at(86, 120, envelope(44, "#fdf7e6", "#b8a77d"), { turn: -22 }) +
  at(232, 82, envelope(32, "#fdf7e6", "#b8a77d"), { turn: 18 }) +
  at(212, 166, envelope(24, "#fdf7e6", "#b8a77d"), { turn: -8 }) +
  line("M70 140q-30 30-34 70M240 96q22 26 22 60", "#f5e6bf", 1.6, ` stroke-dasharray="2 7"`);

export const stillness = {
  "winter-pool": poster(
    "겨울/수영장",
    "The Winter Pool",
    "한서림 감독 작품",
    "high",
    { ink: "#14505b", size: 50 },
    winterPool,
  ),
  "green-watch": poster(
    "초록/손목시계",
    "The Green Wristwatch",
    "한서림 감독",
    "framed",
    { ink: "#1f5c46", ground: "#e3d5b4" },
    greenWatch,
  ),
  "paper-airfield": poster(
    "종이비행장",
    "Paper Airfield",
    "문가온 감독 작품",
    "column",
    { ink: "#23465c", size: 46 },
    paperAirfield,
  ),
  "after-last-bus": poster(
    "막차를/보내고",
    "After the Last Bus",
    "이새벽 감독 작품",
    "high",
    { ink: "#f7e6b4", size: 40 },
    afterTheLastBus,
  ),
  fog: poster(
    "안개/주의보",
    "Fog Advisory",
    "윤달 감독 작품",
    "column",
    { ink: "#25323a", second: "#f2f2ea", size: 50 },
    fogAdvisory,
  ),
  "moon-post": poster(
    "달 뒤편의/우체국",
    "The Post Office Behind the Moon",
    "도착하지 않은 편지는 없다",
    "low",
    { ink: "#2b2340", y: 408 },
    moonPost,
  ),
};
