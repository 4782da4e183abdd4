import { times } from "../drawing.ts";
import { somebody, stars, steam } from "./figures.ts";
import { poster } from "./poster.ts";
import { at, disc, faint, fade, grid, line, paper, rect, rounded, shape, thrown } from "./shapes.ts";

const mirrors = () =>
  paper("#2a1a2e") +
  times(7, (place) => {
    const inset = place * 19;
    const tone = ["#7d2f4a", "#963c50", "#b04d55", "#c9645a", "#dd8463", "#eda873", "#f8d49a"][place]!;
    return `<g transform="rotate(${place * 2.4} 150 190)">${rect(24 + inset, 24 + inset * 1.3, 252 - inset * 2, 330 - inset * 2.6, tone)}${rect(24 + inset, 24 + inset * 1.3, 252 - inset * 2, 4, "#0003")}</g>`;
  }) +
  at(150, 224, somebody(56, "#2a1a2e")) +
  at(152, 226, faint(0.35, shape("M-12 0L8 60L40 60L12 0z", "#2a1a2e")));

const elevator = () =>
  fade([
    [0, "#4fb0b8"],
    [0.28, "#1d6a80"],
    [0.62, "#0b2b45"],
    [1, "#04101d"],
  ]) +
  line("M150 0V196", "#dfe9e4", 2.5) +
  shape("M112 206L40 450H260L188 206z", "#f6d98a", ` opacity=".16"`) +
  rounded(112, 192, 76, 92, 8, "#e9e2cc") +
  rounded(120, 202, 60, 74, 4, "#f6d98a") +
  rect(148, 202, 4, 74, "#c9a95c") +
  at(138, 276, somebody(48, "#1d2a3a")) +
  rect(124, 182, 52, 12, "#b9ae90") +
  at(
    62,
    262,
    shape("M-30 0Q0-34 44-8L60-22V22L44 8Q0 34-30 0z", "#0e2236") +
      disc(-8, -6, 4, "#f3e6a2") +
      line("M-20-14Q-34-44-52-26", "#2c4a66", 2.5) +
      disc(-54, -24, 5, "#b8f0c8") +
      line("M-28 4l12 6 10-4 10 6", "#dfe9e4", 1.6),
  ) +
  at(250, 260, shape("M18 0Q0-18-28-4L-38-12V12L-28 4Q0 18 18 0z", "#13385a"), { scale: 0.8 }) +
  times(18, (place) =>
    disc(
      thrown(place, 3, 300),
      120 + thrown(place, 9, 320),
      1 + (place % 3) * 0.7,
      "#bfe6ec",
      ` opacity=".6"`,
    ),
  );

const nobodyGoesHome = () =>
  paper("#11151f") +
  rect(42, 0, 216, 330, "#1c2333") +
  grid(8, 13, (column, row, place) =>
    rect(
      54 + column * 25,
      12 + row * 21,
      17,
      13,
      place === 69 ? "#e0402f" : thrown(place, 6, 7) < 4 ? "#f1d27a" : "#2a3348",
    ),
  ) +
  faint(0.28, shape("M187 180L300 330H120z", "#e0402f")) +
  rect(0, 330, 300, 120, "#0b0e15") +
  at(192, 189, somebody(11, "#11151f"));

const gunner = () =>
  fade([
    [0, "#2b1a2a"],
    [0.45, "#b23a2e"],
    [0.72, "#f0a24a"],
    [1, "#f0a24a"],
  ]) +
  disc(150, 238, 52, "#fbe0a0") +
  rect(0, 232, 300, 12, "#1a1014") +
  rect(0, 150, 300, 8, "#1a1014") +
  line(
    "M-20 232L30 154L80 232L130 154L180 232L230 154L280 232L330 154M30 154V232M130 154V232M230 154V232",
    "#1a1014",
    6,
  ) +
  at(
    180,
    150,
    somebody(58, "#1a1014") + line("M6-36L60-44", "#1a1014", 4) + shape("M-9-58q9-10 18 0z", "#1a1014"),
  ) +
  rect(40, 244, 22, 210, "#1a1014") +
  rect(226, 244, 22, 210, "#1a1014") +
  faint(
    0.5,
    times(9, (row) => rect(0, 268 + row * 20, 300, 3, "#7a2a26")),
  );

const store = () =>
  paper("#0f1a2b") +
  stars(30, "#cfd8e6", 6, 90) +
  rect(0, 280, 300, 170, "#1a2637") +
  at(
    0,
    -52,
    rect(26, 120, 248, 214, "#e8f3ee") +
      rect(26, 112, 248, 36, "#2f9e78") +
      rect(26, 130, 248, 5, "#f3f0e0") +
      rect(26, 138, 248, 4, "#f0a63a") +
      grid(
        6,
        3,
        (column, row, place) =>
          rect(
            38 + column * 26,
            168 + row * 36,
            20,
            22,
            ["#e0604a", "#f0b63f", "#6aa6c9", "#8fbf7a", "#c98ab0"][thrown(place, 4, 5)]!,
          ) + rect(36 + column * 26, 191 + row * 36, 26, 3, "#b9c9c2"),
      ) +
      rect(204, 160, 58, 174, "#cfe6e2") +
      rect(231, 160, 3, 174, "#9fbcb6") +
      shape("M26 334H274L300 390H0z", "#e8f3ee", ` opacity=".16"`) +
      at(150, 356, somebody(82, "#16202f")) +
      at(176, 300, shape("M-9 0H9L6 17H-6z", "#f3efe2") + rect(-8, 4, 16, 5, "#e0402f")) +
      at(176, 298, steam(0, 0, "#ffffff", 34), { scale: 0.8 }),
  );

const lastMeeting = () =>
  fade([
    [0, "#2a0f1a"],
    [0.6, "#a63a2a"],
    [1, "#e98a3a"],
  ]) +
  disc(214, 96, 84, "#f2b65a", ` opacity=".25"`) +
  disc(214, 96, 62, "#5a3a32") +
  disc(196, 80, 13, "#47302b") +
  disc(232, 110, 19, "#47302b") +
  disc(222, 66, 8, "#47302b") +
  line("M160 46L60-20M150 80L10 0M156 120L0 60", "#f8dc9a", 5, ` opacity=".6"`) +
  times(7, (place) => {
    const x = 34 + place * 39;
    const y = 262 + Math.abs(place - 3) * 10;
    return at(
      x,
      y,
      rect(-14, -44, 28, 5, "#1c1014") +
        rect(-14, -24, 28, 6, "#1c1014") +
        line("M-12-44V14M12-44V14", "#1c1014", 3.5) +
        (place === 5 ? "" : disc(0, -58, 11, "#1c1014") + shape("M-16-18q0-30 16-30t16 30z", "#1c1014")),
    );
  });

export const night = {
  mirrors: poster(
    "거울의 방",
    "The Room of Mirrors",
    "정해무 감독 작품",
    "centred",
    { ink: "#f8d49a", y: 392, size: 44 },
    mirrors,
  ),
  elevator: poster(
    "심해/엘리베이터",
    "Elevator to the Deep",
    "문이 열리면 안 됩니다",
    "low",
    { ink: "#f6e6b6", size: 42 },
    elevator,
  ),
  "nobody-home": poster(
    "퇴근은/없다",
    "Nobody Goes Home",
    "손무영 감독",
    "low",
    { ink: "#f1d27a", size: 46 },
    nobodyGoesHome,
  ),
  gunner: poster(
    "철교 위의/사수",
    "The Gunner on the Bridge",
    "마지막 기차가 건널 때까지",
    "low",
    { ink: "#fde7b8", shade: 0.86, size: 44 },
    gunner,
  ),
  store: poster(
    "새벽 네 시의/편의점",
    "The 4 A.M. Store",
    "봉투 필요하세요?",
    "low",
    { ink: "#f3efe2", size: 36, y: 412 },
    store,
  ),
  "last-meeting": poster(
    "지구 최후의/반상회",
    "Earth's Last Residents' Meeting",
    "결석 시 벌금 만 원",
    "low",
    { ink: "#2a0f14", size: 40, y: 412 },
    lastMeeting,
  ),
};
