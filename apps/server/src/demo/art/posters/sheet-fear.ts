import { times } from "../drawing.ts";
import { skyline, waves } from "./figures.ts";
import { poster } from "./poster.ts";
import { at, disc, fade, grid, line, paper, rays, rect, rings, rounded, shape, thrown } from "./shapes.ts";

const serverGhost = () =>
  paper("#0b1620") +
  [0, 1, 2, 3]
    .map(
      (rack) =>
        rect(8 + rack * 74, 20, 62, 400, "#15242f") +
        grid(
          1,
          15,
          (_, row) =>
            rect(13 + rack * 74, 28 + row * 26, 52, 20, "#1d323f") +
            disc(20 + rack * 74, 38 + row * 26, 2.4, thrown(row, rack, 5) === 0 ? "#ff5c48" : "#4ee39a") +
            disc(28 + rack * 74, 38 + row * 26, 2.4, thrown(row, rack + 4, 3) === 0 ? "#f0b429" : "#4ee39a") +
            line(`M${38 + rack * 74} ${38 + row * 26}h20`, "#0b1620", 3),
        ),
    )
    .join("") +
  shape("M150 120C110 120 96 160 98 210L76 450H224L202 210C204 160 190 120 150 120z", "#aebbb4") +
  shape(
    "M150 104C104 104 92 150 94 214L104 340Q116 300 120 240L132 330Q146 270 150 210Q154 270 168 330L180 240Q184 300 196 340L206 214C208 150 196 104 150 104z",
    "#05090d",
  ) +
  disc(166, 190, 5, "#ff5c48");

const goblin = () =>
  paper("#3a2416") +
  rect(0, 0, 300, 262, "#e8b65a") +
  grid(5, 6, (column, row) => rect(34 + column * 48, 18 + row * 40, 40, 33, "#fbe3a6")) +
  rect(0, 254, 300, 16, "#5a3820") +
  times(9, (place) =>
    shape(
      `M${150 + (place - 4.5) * 34} 270L${150 + (place - 4.5) * 92} 450H${150 + (place - 3.5) * 92}L${150 + (place - 3.5) * 34} 270z`,
      ["#a5713f", "#96642f", "#8b5c2c"][place % 3]!,
    ),
  ) +
  shape(
    "M150 262C96 262 92 206 108 170C86 160 84 124 104 104Q112 94 116 72Q128 88 138 84Q150 40 162 84Q172 88 184 72Q188 94 196 104C216 124 214 160 192 170C208 206 204 262 150 262z",
    "#3a2416",
  ) +
  disc(134, 126, 8, "#fbe3a6") +
  disc(168, 126, 8, "#fbe3a6") +
  line("M124 150q26 20 54 0", "#fbe3a6", 4) +
  shape("M136 154l5 12 5-10M160 154l-5 12-5-10", "#fbe3a6") +
  shape("M206 250L232 96Q246 70 262 98L230 256z", "#3a2416") +
  [
    [240, 110],
    [252, 126],
    [238, 148],
    [246, 172],
  ]
    .map(([x, y]) => disc(x!, y!, 4.5, "#e8b65a"))
    .join("") +
  shape("M92 270H208L300 450H0z", "#2a180d", ` opacity=".4"`);

const shark = () =>
  fade([
    [0, "#f2c14e"],
    [1, "#e8742f"],
  ]) +
  skyline(214, "#7a2a1c", "#f2c14e", 3, 96) +
  rect(0, 196, 300, 12, "#3d1510") +
  times(5, (place) => shape(`M${10 + place * 70} 208h14l-4 40h-6z`, "#3d1510")) +
  rect(0, 236, 300, 214, "#17495c") +
  shape("M132 250C150 180 186 160 214 156C200 186 206 224 224 250z", "#0d2533") +
  waves(252, "#1f5f74", 6) +
  at(
    70,
    244,
    shape("M-30 0H30Q26 18 0 18T-30 0z", "#fdfaf0") +
      shape("M14 0C12-26 22-34 18-44Q30-44 34-32Q28-28 26-10L30 0z", "#fdfaf0") +
      shape("M32-36l12 4-12 3z", "#e8742f") +
      disc(24, -36, 1.8, "#222"),
  ) +
  shape(
    "M60 450L92 372L112 410L134 352L156 404L178 352L200 410L220 372L250 450z",
    "#f7f2e2",
    ` opacity=".92"`,
  );

const shark2 = () =>
  paper("#35105c") +
  rays(150, 160, 24, "#4d1a80") +
  rect(190, 40, 46, 300, "#e9a92c") +
  grid(3, 16, (column, row) => rect(195 + column * 13, 48 + row * 18, 9, 10, "#7a3a10")) +
  shape(
    "M34 330C20 220 60 110 150 70C186 54 214 60 226 78C232 96 214 104 196 108C222 118 226 140 210 150L120 160C150 190 168 250 166 330z",
    "#5fd0c6",
  ) +
  shape("M70 330C62 250 84 180 120 160L210 150C180 190 168 250 166 330z", "#e6f7f2") +
  shape("M120 160l12 22 12-26 13 24 12-27 13 22 12-25 16 0-6-18-14 10-12-16-13 14-13-16-12 16z", "#fff") +
  disc(150, 104, 9, "#1b0730") +
  disc(153, 101, 3, "#ff3b6b") +
  shape("M44 220L-10 250L30 280z", "#3ba89f") +
  times(4, (place) => line(`M${70 + place * 9} ${208 + place * 5}q8 22 2 42`, "#3ba89f", 4)) +
  skyline(352, "#16042b", "#ff3b6b", 6, 60) +
  at(264, 70, shape("M-34 0H20L34-9V12L20 6H-34z", "#16042b") + line("M-40-14H34M0-14V0", "#16042b", 3), {
    turn: -14,
  });

const well = () =>
  paper("#5c6158") +
  times(26, (place) =>
    at(150, 200, rounded(-15, -146, 30, 26, 6, ["#7c8177", "#6d7268", "#8a8f84"][place % 3]!), {
      turn: place * 13.85,
    }),
  ) +
  disc(150, 200, 118, "#15191a") +
  rings(150, 200, [102, 84, 66], "#22292b", 5) +
  disc(150, 200, 58, "#0a0d0e") +
  disc(166, 188, 21, "#e7e2c8", ` opacity=".9"`) +
  line(
    "M150 318C150 262 128 250 136 214M150 318C160 268 176 258 170 226M150 318C140 280 110 270 112 240M150 318C164 290 196 280 194 250",
    "#0a0d0e",
    7,
  ) +
  line("M136 86q12 34 4 60M164 86q-10 30-2 52", "#050707", 8);

const floorThirteen = () =>
  paper("#6f7469") +
  rounded(58, 24, 184, 300, 10, "#b9bcae") +
  rounded(70, 36, 160, 276, 6, "#a4a898") +
  rect(96, 46, 108, 34, "#1c1413") +
  line("M150 72V54M142 62L150 53L158 62", "#e8402a", 4) +
  grid(3, 4, (column, row, place) => {
    const isOdd = place === 7;
    return (
      disc(106 + column * 44, 112 + row * 50, 19, "#7c8072") +
      disc(106 + column * 44, 112 + row * 50, 16, isOdd ? "#ffb03a" : "#e3e3d6") +
      (isOdd
        ? disc(106 + column * 44, 112 + row * 50, 26, "#ffb03a", ` opacity=".25"`) +
          line(`M${98 + column * 44} ${112 + row * 50}h16`, "#6b2a10", 3)
        : rect(100 + column * 44, 109 + row * 50, 12, 3, "#8b8f80") +
          rect(100 + column * 44, 115 + row * 50, 8, 2, "#b4b7a8"))
    );
  }) +
  shape(
    "M300 450V250C262 240 214 236 176 222Q160 214 168 204Q178 200 200 206L230 208Q216 190 226 186Q240 190 262 212Q286 226 300 226z",
    "#e5cdb2",
  ) +
  shape("M168 204q6-5 14-2l-2 10q-10 0-12-8z", "#b94a3c");

export const fear = {
  "server-ghost": poster(
    "서버실의/귀신",
    "The Ghost in the Server Room",
    "재부팅해도 소용없다",
    "low",
    { ink: "#d6f5e2", shade: 0.86, size: 44 },
    serverGhost,
  ),
  goblin: poster(
    "대청마루의/도깨비",
    "The Goblin on the Wooden Floor",
    "씨름 한판에 소원 하나",
    "low",
    { ink: "#fdeec6", shade: 0.5, size: 40 },
    goblin,
  ),
  shark: poster(
    "한강의 상어",
    "Shark in the Han",
    "오리배는 안전하지 않다",
    "high",
    { ink: "#3d1510", size: 47 },
    shark,
  ),
  "shark-two": poster(
    "한강의 상어 2",
    "Shark in the Han 2: Yeouido Rising",
    "이번엔 걸어 나온다",
    "centred",
    { ink: "#ffdf3d", y: 390, size: 42 },
    shark2,
  ),
  well: poster(
    "검은 우물",
    "The Black Well",
    "들여다보면 올려다본다",
    "centred",
    { ink: "#ecead8", y: 386, size: 46 },
    well,
  ),
  "floor-thirteen": poster(
    "아파트/13층 반",
    "Floor Thirteen and a Half",
    "누르지 않았는데 섰다",
    "low",
    { ink: "#f6efdd", shade: 0.6, size: 44 },
    floorThirteen,
  ),
};
