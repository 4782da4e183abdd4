import { times } from "../drawing.ts";
import { bowl, waves } from "./figures.ts";
import { poster } from "./poster.ts";
import {
  at,
  disc,
  fade,
  grid,
  line,
  oval,
  paper,
  rays,
  rect,
  ring,
  rounded,
  shape,
  star,
  thrown,
} from "./shapes.ts";

const hacker = () =>
  paper("#10231c") +
  grid(13, 17, (column, row, place) =>
    rect(
      10 + column * 22,
      14 + row * 26,
      3 + thrown(place, 3, 13),
      4,
      "#1f6b4a",
      ` opacity="${0.35 + thrown(place, 9, 6) / 10}"`,
    ),
  ) +
  at(
    0,
    52,
    shape("M40 450q0-96 110-96t110 96z", "#b0527a") +
      grid(7, 2, (column, row) => disc(66 + column * 28 + row * 12, 398 + row * 30, 6, "#e8c2d2")) +
      disc(150, 264, 78, "#efcfae") +
      [
        [84, 226, 30],
        [106, 188, 32],
        [150, 172, 36],
        [194, 188, 32],
        [216, 226, 30],
        [76, 264, 22],
        [224, 264, 22],
      ]
        .map(([x, y, r]) => disc(x!, y!, r!, "#d9d9dd"))
        .join("") +
      [
        [92, 214, 12],
        [122, 184, 13],
        [160, 170, 13],
        [196, 196, 12],
      ]
        .map(([x, y, r]) => ring(x!, y!, r!, "#b9bac2", 4))
        .join("") +
      rounded(94, 244, 50, 42, 16, "#0c1a15") +
      rounded(156, 244, 50, 42, 16, "#0c1a15") +
      line("M144 262h12", "#2b2b2b", 5) +
      line("M104 256h22M104 265h30M104 274h14M166 256h28M166 265h16M166 274h24", "#54e08f", 3) +
      line("M128 312q22 14 44 0", "#9c5a48", 4),
  );

const noodleDuel = () =>
  paper("#f4c531") +
  rays(150, 236, 20, "#e2462d") +
  disc(150, 236, 104, "#f4c531") +
  line("M46 92L232 300M254 92L68 300", "#4a2618", 9) +
  line("M46 92L92 144M254 92L208 144", "#c93a27", 9) +
  at(
    150,
    250,
    bowl(190, "#1f4f8f", "#f7edd4") +
      times(7, (place) => line(`M${-74 + place * 24} ${-2 + (place % 2) * 6}q12-14 24 0`, "#f0d99a", 6)) +
      disc(30, -6, 13, "#fff7e4") +
      disc(30, -6, 6, "#f0a32d") +
      line("M-82 36q82 26 164 0", "#f7edd4", 4),
  );

const vacuum = () =>
  paper("#a8dcc6") +
  line("M-20 90H220a36 36 0 0 1 0 72H80a36 36 0 0 0 0 72H230a36 36 0 0 1 0 72H120", "#c9efdf", 52) +
  at(
    120,
    236,
    disc(0, 6, 62, "#6fae97") +
      disc(0, 0, 62, "#fdfbf4") +
      disc(0, 0, 50, "#ecebe4") +
      disc(0, -28, 11, "#3a4a4a") +
      disc(-16, 8, 5, "#3a4a4a") +
      disc(16, 8, 5, "#3a4a4a") +
      line("M-12 24q12 10 24 0", "#3a4a4a", 4),
  ) +
  at(
    230,
    74,
    times(12, (place) => at(0, 0, oval(0, -30, 9, 18, "#f6c23c"), { turn: place * 30 })) +
      disc(0, 0, 18, "#7b4a22"),
  ) +
  line("M230 100C236 150 250 190 280 210", "#4e8a5c", 6);

const bullfrog = () =>
  paper("#7d8a4d") +
  grid(7, 10, (column, row, place) =>
    oval(
      column * 50 - 4,
      row * 48,
      20 + thrown(place, 3, 14),
      12 + thrown(place, 7, 10),
      ["#6b7840", "#8f9b5c", "#586536"][place % 3]!,
    ),
  ) +
  at(
    150,
    200,
    oval(0, 74, 118, 70, "#3f6b3a") +
      oval(0, 96, 84, 44, "#dfe0a8") +
      oval(0, 20, 96, 62, "#4b7d44") +
      disc(-52, -26, 30, "#4b7d44") +
      disc(52, -26, 30, "#4b7d44") +
      disc(-52, -24, 19, "#f3e6a2") +
      disc(52, -24, 19, "#f3e6a2") +
      rect(-62, -27, 20, 6, "#1d2818") +
      rect(42, -27, 20, 6, "#1d2818") +
      line("M-72 34q72 34 144 0", "#2a4a28", 6) +
      shape("M-92-34Q-84-110 0-112Q84-110 92-34Q0-62-92-34z", "#4a5232") +
      shape("M-96-32Q0-66 96-32v8Q0-54-96-24z", "#363d24") +
      star(0, -80, 14, "#e3c24a"),
  );

const ssireum = () =>
  paper("#e8c88d") +
  oval(150, 170, 170, 120, "#d9b06b") +
  oval(150, 170, 132, 90, "#f1d9a6") +
  at(
    150,
    226,
    shape("M-70 0L-52-88Q-46-128-6-132L20-124L6-84L-10-60L-26 0z", "#2f5fa8") +
      disc(-2, -146, 24, "#e8b184") +
      shape("M70 0L52-88Q46-128 6-132L-20-124L-6-84L10-60L26 0z", "#c9402f") +
      disc(36, -140, 24, "#d99c6e") +
      line("M-34-92Q10-70 44-92", "#e8b184", 17) +
      line("M34-84Q-6-64-40-84", "#d99c6e", 17) +
      rect(-46, -72, 92, 10, "#f7f0de"),
  ) +
  times(26, (place) => disc(thrown(place, 3, 300), 232 + thrown(place, 8, 26), 2, "#b98f4d"));

const submarine = () =>
  fade([
    [0, "#9edbe0"],
    [0.25, "#3f9fb0"],
    [1, "#0f4c66"],
  ]) +
  waves(184, "#2f8da0", 7) +
  at(
    150,
    356,
    oval(0, 0, 112, 48, "#f3c23b") +
      rect(-26, -78, 52, 40, "#f3c23b") +
      line("M10-78v-22h22", "#d99b1e", 9) +
      [-56, 0, 56].map((x) => disc(x, 0, 20, "#d99b1e") + disc(x, 0, 14, "#bfe6ec")).join("") +
      shape("M-108 0l-34-26v52z", "#d99b1e") +
      rect(-100, 22, 200, 5, "#d99b1e"),
  ) +
  at(
    118,
    236,
    line("M0 0C20 22 56 20 78 6", "#22303a", 25) +
      line("M70 8l34-14M72 14l34 8", "#22303a", 9) +
      disc(-14, -8, 19, "#22303a") +
      disc(-18, -6, 13, "#f0c9a4") +
      rounded(-34, -13, 25, 14, 7, "#c9e9ee") +
      line("M4 4L-30 40", "#22303a", 9) +
      disc(-34, 44, 9, "#e36a4a"),
  ) +
  times(14, (place) =>
    ring(40 + thrown(place, 4, 230), 220 + thrown(place, 9, 210), 2 + (place % 4) * 1.6, "#d8f3f4", 1.4),
  ) +
  disc(226, 70, 30, "#fff3cf");

export const games = {
  hacker: poster(
    "할머니는/해커",
    "Granny Is a Hacker",
    "비밀번호는 첫사랑 이름",
    "high",
    { ink: "#8ff0b7", size: 52 },
    hacker,
  ),
  "noodle-duel": poster(
    "국수 한 그릇의/결투",
    "Duel over One Bowl",
    "방태산 감독",
    "band",
    { ink: "#f7e7b8", ground: "#5b160c", y: 330, size: 36 },
    noodleDuel,
  ),
  vacuum: poster(
    "로봇청소기의/여름",
    "Summer of a Robot Vacuum",
    "충전은 바다에서",
    "low",
    { ink: "#1f5a4a", size: 42, y: 414 },
    vacuum,
  ),
  bullfrog: poster(
    "황소개구리/작전",
    "Operation Bullfrog",
    "조용히, 울어라",
    "low",
    { ink: "#f6edc4", shade: 0.66, size: 46 },
    bullfrog,
  ),
  wrestlers: poster(
    "꼴찌들의/씨름판",
    "The Last-Place Wrestlers",
    "방태산 감독",
    "huge",
    { ink: "#6b3716", size: 76 },
    ssireum,
  ),
  submarine: poster(
    "해녀와/잠수함",
    "The Haenyeo and the Submarine",
    "숨은 제가 더 깁니다",
    "high",
    { ink: "#0f4c66", size: 50 },
    submarine,
  ),
};
