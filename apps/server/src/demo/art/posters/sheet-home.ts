import { times } from "../drawing.ts";
import { stars } from "./figures.ts";
import { poster } from "./poster.ts";
import {
  at,
  disc,
  fade,
  grid,
  line,
  oval,
  paper,
  rect,
  ring,
  rounded,
  shape,
  star,
  thrown,
} from "./shapes.ts";

const lunch = () =>
  paper("#e77f4c") +
  disc(150, 168, 118, "#f8efdd") +
  ring(150, 168, 92, "#e3d3b4", 3) +
  times(12, (hour) =>
    at(150, 168, hour % 3 === 0 ? rounded(-5, -110, 10, 12, 4, "#3b2c24") : disc(0, -104, 2.6, "#b9a27c"), {
      turn: hour * 30,
    }),
  ) +
  shape("M150 168V76A92 92 0 0 1 229.700 122z", "#f0b63f", ` opacity=".55"`) +
  at(150, 168, rounded(-3.5, -84, 7, 100, 3.5, "#3b2c24") + oval(0, -84, 12, 18, "#3b2c24")) +
  at(
    150,
    168,
    rounded(-3, -66, 6, 82, 3, "#3b2c24") + line("M-8-84v20q0 8 8 8t8-8v-20M0-84v20", "#3b2c24", 4),
    { turn: 60 },
  ) +
  disc(150, 168, 8, "#c5483f");

const persimmon = () =>
  paper("#efe5cf") +
  disc(84, 110, 52, "#e26b3a", ` opacity=".22"`) +
  line(
    "M300 40C240 60 190 60 150 120C130 150 96 160 70 158M220 66C206 100 196 130 206 168M150 120C150 150 140 190 150 214M110 150q-20 20-24 46",
    "#4a3527",
    6,
  ) +
  (
    [
      [206, 184, 22],
      [150, 230, 25],
      [84, 210, 20],
      [64, 168, 16],
      [252, 76, 17],
    ] as const
  )
    .map(
      ([x, y, r]) =>
        disc(x, y, r, "#e2642f") +
        oval(x - r * 0.3, y - r * 0.35, r * 0.3, r * 0.18, "#f4a36b") +
        shape(
          `M${x - r * 0.6} ${y - r * 0.8}q${r * 0.6} ${r * 0.5} ${r * 1.2} 0q${-r * 0.3} ${-r * 0.5} ${-r * 0.6} ${-r * 0.3}t${-r * 0.6} ${r * 0.3}z`,
          "#5e6b3a",
        ),
    )
    .join("") +
  rect(0, 318, 300, 132, "#5f594d") +
  grid(6, 4, (column, row, place) =>
    rounded(
      -20 + column * 58 + (row % 2) * 26,
      322 + row * 33,
      50 + thrown(place, 3, 6),
      28,
      11,
      ["#7d7565", "#726a5b", "#857d6c"][place % 3]!,
    ),
  ) +
  shape("M-10 318q20-22 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0v6H-10z", "#453f36");

const bakeryOfStars = () =>
  fade([
    [0, "#1b2148"],
    [1, "#3b2a5c"],
  ]) +
  stars(46, "#f5e3b0", 7, 190) +
  shape("M40 350V190a110 110 0 0 1 220 0v160z", "#8a4b32") +
  grid(6, 7, (column, row) =>
    rect(46 + column * 36 - (row % 2) * 12, 118 + row * 34, 32, 2, "#6d3725", ` opacity=".6"`),
  ) +
  shape("M72 350V212a78 78 0 0 1 156 0v138z", "#2b1420") +
  shape("M84 350V216a66 66 0 0 1 132 0v134z", "#f19a3e") +
  shape("M100 350V232a50 50 0 0 1 100 0v118z", "#ffd36b") +
  star(150, 236, 34, "#fff4cf") +
  star(116, 296, 17, "#fff4cf") +
  star(186, 290, 20, "#fff4cf") +
  star(150, 320, 12, "#fff4cf") +
  rect(0, 346, 300, 104, "#241a3c") +
  star(62, 92, 11, "#ffd36b") +
  star(236, 66, 8, "#ffd36b");

const twelfthSchool = () =>
  paper("#2f6d5b") +
  grid(3, 4, (column, row, place) =>
    at(
      44 + column * 76,
      44 + row * 68,
      rounded(0, 0, 58, 38, 4, place === 7 ? "#f2c744" : "#e9dcc0") +
        rect(6, 38, 5, 16, "#c9b892") +
        rect(47, 38, 5, 16, "#c9b892") +
        (place === 7
          ? rounded(17, -13, 24, 26, 6, "#c9473d") +
            line("M23-13q6-8 12 0", "#c9473d", 3) +
            rect(21, 0, 16, 3, "#f3e5c4")
          : ""),
    ),
  );

const postcards = () =>
  paper("#f3ead7") +
  grid(5, 8, (column, row, place) => {
    const x = 24 + column * 51.5;
    const y = 24 + row * 36;
    if (place === 27)
      return `<rect x="${x}" y="${y}" width="46" height="30" fill="none" stroke="#b7a88a" stroke-dasharray="3 3"/>`;
    const tone = ["#d9734a", "#5f8a8b", "#e8bf5a", "#8a5a6e", "#6f8f63", "#c24a4a", "#46617d"][
      thrown(place, 2, 7)
    ]!;
    const view = thrown(place, 6, 4);
    return (
      rect(x, y, 46, 30, tone) +
      (view === 0
        ? disc(x + 33, y + 10, 5, "#fbf3df")
        : view === 1
          ? shape(`M${x} ${y + 30}l14-16 10 9 9-12 13 19z`, "#0003")
          : view === 2
            ? rect(x, y + 18, 46, 12, "#0002") + disc(x + 12, y + 18, 7, "#fbf3df")
            : line(`M${x + 7} ${y + 10}h20M${x + 7} ${y + 17}h26`, "#fbf3df", 1.4))
    );
  });

const gardener = () =>
  paper("#e4e6d3") +
  disc(150, 150, 96, "#f5f1df") +
  line(
    "M132 318C120 260 176 240 160 190C150 160 110 150 96 120M160 190C186 176 196 150 194 120M140 240C118 232 100 214 92 196",
    "#5b4030",
    11,
  ) +
  (
    [
      [92, 108, 44, 26],
      [196, 106, 48, 28],
      [86, 190, 34, 20],
      [146, 78, 40, 24],
      [222, 160, 26, 15],
    ] as const
  )
    .map(
      ([x, y, rx, ry], place) =>
        oval(x, y, rx, ry, ["#2f5a3f", "#3d6c49", "#4a7a52"][place % 3]!) +
        oval(x - rx * 0.2, y - ry * 0.4, rx * 0.6, ry * 0.4, "#6f9a68"),
    )
    .join("") +
  shape("M84 318H216l-16 34H100z", "#7a3f2d") +
  rect(76, 310, 148, 12, "#91503a") +
  rect(108, 352, 14, 8, "#5b2e20") +
  rect(178, 352, 14, 8, "#5b2e20");

export const home = {
  lunch: poster(
    "오십 분의/점심시간",
    "A Fifty-Minute Lunch",
    "박하민 감독",
    "framed",
    { ink: "#8c3617", ground: "#f8efdd", size: 36 },
    lunch,
  ),
  persimmon: poster(
    "담장 너머/감나무",
    "The Persimmon over the Wall",
    "류소진 감독 작품",
    "low",
    { ink: "#fff6e0", y: 414, size: 40 },
    persimmon,
  ),
  bakery: poster(
    "별을 굽는 빵집",
    "The Bakery That Bakes Stars",
    "새벽 네 시, 첫 번째 별이 나옵니다",
    "centred",
    { ink: "#ffe7a6", y: 386, size: 35 },
    bakeryOfStars,
  ),
  "twelfth-school": poster(
    "열두 번째/전학",
    "The Twelfth School",
    "조은수 감독",
    "framed",
    { ink: "#1f4a3d", ground: "#f5ecd6" },
    twelfthSchool,
  ),
  postcards: poster(
    "부치지 못한/엽서 마흔 장",
    "Forty Postcards, Unsent",
    "류소진 감독",
    "low",
    { ink: "#5a3222", size: 34, y: 412 },
    postcards,
  ),
  bonsai: poster(
    "분재의 시간",
    "Bonsai Time",
    "삼백 년을 구십 분에 담다",
    "centred",
    { ink: "#2f4a35", y: 394, size: 40 },
    gardener,
  ),
};
