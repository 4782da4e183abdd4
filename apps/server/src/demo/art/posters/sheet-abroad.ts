import { times } from "../drawing.ts";
import { bowl, rain, somebody, steam, waves } from "./figures.ts";
import { poster } from "./poster.ts";
import {
  at,
  disc,
  faint,
  fade,
  line,
  oval,
  paper,
  rays,
  rect,
  ring,
  rounded,
  shape,
  thrown,
} from "./shapes.ts";

const tram = () =>
  paper("#f6e3c0") +
  rays(150, 190, 26, "#f9edd4") +
  shape("M0 318H300V450H0z", "#7a4a26") +
  line("M104 450L134 318M196 450L166 318", "#c9a878", 4) +
  rounded(78, 76, 144, 240, 26, "#ef7d22") +
  rounded(90, 104, 120, 96, 14, "#2d3b45") +
  shape("M90 150L150 104H196L96 190z", "#4b5d69") +
  rect(78, 216, 144, 14, "#fbf3df") +
  disc(110, 270, 15, "#fff3c4") +
  disc(190, 270, 15, "#fff3c4") +
  rounded(124, 84, 52, 14, 4, "#fbf3df") +
  rect(70, 300, 160, 22, "#4a2c18") +
  line("M150 76V40M120 40H180", "#5b3a24", 5) +
  line("M0 40H300", "#5b3a24", 1.5);

const gukbap = () =>
  fade([
    [0, "#f7d07a"],
    [0.4, "#ef8a5a"],
    [0.7, "#b94f6e"],
    [1, "#5a2d58"],
  ]) +
  disc(150, 190, 76, "#fbe6a4") +
  waves(262, "#7a3560", 4) +
  [
    [48, 268, -8, 1],
    [258, 262, 8, 0.86],
  ]
    .map(([x, y, turn, scale]) =>
      at(
        x!,
        y!,
        line("M0 0Q-6-80 4-150", "#2b1730", 8) +
          times(7, (place) =>
            at(4, -150, shape("M0 0Q26-22 58-6Q30-8 0 6z", "#2b1730"), { turn: place * 52 }),
          ),
        { turn: turn!, scale: scale! },
      ),
    )
    .join("") +
  steam(150, 226, "#fff6e0", 90) +
  at(
    150,
    258,
    bowl(170, "#2a2024", "#e9dcc2") +
      oval(0, 0, 72, 13, "#d9b48a") +
      [-40, -14, 16, 44].map((x, place) => oval(x, -1 + (place % 2) * 5, 11, 4, "#6f9a4f")).join(""),
  );

const staircase = () =>
  paper("#d8d4c8") +
  times(8, (step) => {
    const x = 20 + step * 33;
    const y = 320 - step * 36;
    return (
      shape(`M${x} ${y}h44v-36h-44z`, "#f3efe4") +
      shape(`M${x} ${y}l-26 22h44l26-22z`, "#b9b3a3") +
      shape(`M${x - 26} ${y + 22}V450H${x + 18}V${y + 22}z`, step % 2 ? "#3d4247" : "#4b5157")
    );
  }) +
  at(190, 116, somebody(46, "#c8402f")) +
  shape("M0 0H120L20 170H0z", "#c9c3b4");

const monsoon = () =>
  paper("#1f6f78") +
  disc(150, 150, 96, "#f2a52c") +
  rain(60, "#bfe3e0", -14, 34, 440) +
  at(
    150,
    270,
    ring(-58, 40, 38, "#14262b", 5) +
      ring(62, 40, 38, "#14262b", 5) +
      line("M-58 40L-16-22H46L62 40M-16-22L8 40L46-22M-58 40H8M46-22L40-44H58", "#14262b", 5) +
      shape("M-30-22Q-34-92 4-100L30-76L52-46L44-38L18-58L8-18L14 36H0L-10-14z", "#b8322c") +
      disc(16, -116, 18, "#7a4a2c") +
      shape("M-6-122Q16-152 40-122z", "#f6efdd") +
      rounded(-66, -30, 40, 30, 4, "#c98a3a") +
      line("M-66-22h40", "#7a4a14", 3),
  ) +
  rect(0, 346, 300, 104, "#164f57") +
  faint(0.5, oval(150, 352, 110, 8, "#bfe3e0"));

const twoStops = () =>
  paper("#f1ebdd") +
  line("M150-10V120C150 170 70 180 70 230V460", "#1f3f7a", 17) +
  line("M-10 300H130C190 300 180 214 310 214", "#c8402f", 17) +
  [
    [150, 92],
    [70, 252],
  ]
    .map(([x, y]) => disc(x!, y!, 21, "#1d1c1a") + disc(x!, y!, 13, "#f1ebdd"))
    .join("") +
  at(186, 98, somebody(46, "#1d1c1a", "#d9a27a")) +
  at(112, 276, somebody(46, "#c8402f", "#e9c29a")) +
  times(14, (place) => disc(20 + thrown(place, 3, 270), 30 + thrown(place, 8, 370), 1.6, "#b9ae96"));

const snowFreight = () =>
  paper("#eef0ee") +
  shape("M0 240Q80 214 170 232T300 220V450H0z", "#e0e5e5") +
  rect(0, 300, 300, 5, "#6b6f72") +
  times(16, (place) => rect(place * 20, 305, 9, 6, "#8b8f92")) +
  [-40, 66, 172]
    .map(
      (x, place) =>
        rounded(x, 236, 98, 56, 3, ["#7a2f2a", "#33464f", "#8a5a34"][place]!) +
        times(6, (rib) => rect(x + 10 + rib * 15, 242, 3, 44, "#0002")) +
        disc(x + 20, 296, 8, "#26292b") +
        disc(x + 78, 296, 8, "#26292b") +
        oval(x + 49, 236, 50, 6, "#fff"),
    )
    .join("") +
  rect(270, 250, 40, 42, "#26292b") +
  times(60, (place) =>
    disc(thrown(place, 5, 300), thrown(place, 12, 450), 1 + (place % 3), place % 2 ? "#fff" : "#d5dbdb"),
  ) +
  disc(70, 110, 26, "#d6b9a4", ` opacity=".7"`);

const potatoes = () =>
  paper("#e6d9ba") +
  shape("M0 240L300 60V450H0z", "#b8322c") +
  shape("M0 258L300 78v8L0 268z", "#1f1b18") +
  at(
    0,
    -84,
    [
      [88, 300, 44, 34, -12],
      [160, 268, 50, 36, 8],
      [226, 224, 40, 32, -20],
      [128, 334, 46, 34, 14],
      [210, 300, 52, 38, 4],
      [60, 360, 40, 30, 0],
    ]
      .map(([x, y, rx, ry, turn], place) =>
        at(
          x!,
          y!,
          oval(0, 0, rx!, ry!, place % 2 ? "#c99a52" : "#b98842") +
            disc(-12, -8, 2.5, "#6b4a1e") +
            disc(10, 6, 2.5, "#6b4a1e") +
            disc(16, -12, 2, "#6b4a1e"),
          { turn: turn! },
        ),
      )
      .join("") +
      line("M150 250L92 92", "#1f1b18", 7) +
      shape("M92 92Q140 62 170 90T232 78L246 128Q210 148 180 130T112 148z", "#b8322c"),
  );

export const abroad = {
  tram: poster(
    "오렌지빛/트램",
    "The Orange Tram",
    "이네스 칼라부익 감독",
    "low",
    { ink: "#fff1d2", size: 40, y: 416 },
    tram,
  ),
  gukbap: poster(
    "샌타모니카의/국밥",
    "Gukbap in Santa Monica",
    "할머니의 레시피는 없다",
    "low",
    { ink: "#ffe9bd", size: 40, y: 414 },
    gukbap,
  ),
  stairs: poster(
    "계단의 무게",
    "Das Gewicht der Treppe",
    "요나스 아들러 감독",
    "framed",
    { ink: "#2c3033", ground: "#f3efe4", size: 42 },
    staircase,
  ),
  monsoon: poster(
    "몬순의 우체부",
    "Barsaat ka Daakiya",
    "닐라 데사이 감독 작품",
    "centred",
    { ink: "#fbe3a6", y: 394, size: 38 },
    monsoon,
  ),
  "two-stops": poster(
    "런던,/두 정거장",
    "Two Stops",
    "헬렌 오두야 감독",
    "framed",
    { ink: "#1f3f7a", ground: "#dfe3e8" },
    twoStops,
  ),
  "snow-freight": poster(
    "눈의 화물",
    "Snow Freight",
    "미나세 레이 감독 작품",
    "column",
    { ink: "#26292b", size: 42, y: 28 },
    snowFreight,
  ),
  potatoes: poster(
    "감자와/혁명",
    "Potatis och revolution",
    "아스트리드 홀름크비스트 감독",
    "low",
    { ink: "#f5e9c9", size: 50, y: 410 },
    potatoes,
  ),
};
