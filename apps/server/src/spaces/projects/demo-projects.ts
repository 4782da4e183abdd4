import type { DemoProject } from "./demo-project.ts";
import { moreProjects } from "./demo-more-projects.ts";

export const demoProjects: readonly DemoProject[] = [
  {
    by: "doyun",
    title: "잔디 정원",
    summary: "커밋 기록을 작은 화분으로 키우는 대시보드. 고양이가 가끔 지나가요.",
    stack: ["Svelte", "Go", "SQLite", "Docker"],
    pictures: ["commit-garden"],
    repoUrl: "https://git.example.com/doyun/commit-garden",
    demoUrl: "https://garden.example.com/",
    daysAgo: 34,
    views: 37,
    liked: 0.75,
    kept: 0.4,
    text: `## 왜 만들었나요

초록 네모만 보면 빈칸이 먼저 눈에 들어오더라고요. 쉬는 날은 흙으로, 일한 날은 새싹으로 바꿨더니 **빈칸도 정원의 한 부분**이 됐어요.

## 직접 띄워 보기

\`\`\`sh
docker run -p 8080:8080 \\
  -e GIT_USER=haru \\
  registry.example.com/doyun/commit-garden:0.3
\`\`\`

- 공개 저장소만 읽고, 토큰은 브라우저 밖으로 나가지 않아요.
- 고양이는 \`?cat=off\`로 쉬게 할 수 있어요.
- 밟힌 칸은 이틀 뒤에 꽃이 핍니다.

## 앞으로

| 판 | 할 일 |
| --- | --- |
| 0.4 | 팀 저장소를 한 화분에 |
| 0.5 | 선인장 모드 (@haru 님 제안) |

#사이드프로젝트 #Svelte`,
    log: [
      { daysAgo: 20, text: "0.2를 올렸어요. 흙 색을 계절마다 다르게 했어요. 겨울 흙이 제일 어려웠습니다." },
      {
        daysAgo: 6,
        text: "0.3을 올렸어요. 고양이가 걸어 다녀요. 애니메이션은 CSS만으로 했고, 움직임 줄이기를 켜면 앉아 있어요.",
      },
    ],
    comments: [
      {
        by: "seoyeon",
        text: "고양이가 밟고 지나간 자리에 꽃이 피는 거 너무 좋아요. 혹시 팀 저장소도 한 화분에 모을 수 있나요?",
        answers: [{ by: "doyun", text: "0.4에서 준비하고 있어요! 나오면 먼저 보여 드릴게요." }],
      },
      { by: "theo", text: "Running it on a Raspberry Pi next to my plants. They get along." },
      {
        by: "hyunseo",
        text: "Go 서버 코드가 짧아서 다 읽었어요. 처음으로 남의 코드를 끝까지 읽은 것 같아요.",
      },
    ],
  },
  {
    by: "seoyeon",
    title: "동네책방 지도",
    summary: "걸어서 갈 수 있는 책방만 모았어요. 제보하면 다음 날 지도에 올라가요.",
    stack: ["Svelte", "FastAPI", "PostgreSQL", "PostGIS", "Leaflet"],
    pictures: ["bookshop-map"],
    demoUrl: "https://bookmap.example.com/",
    daysAgo: 41,
    views: 36,
    liked: 0.6,
    kept: 0.55,
    text: `## 걸어서만 갈 수 있어요

주차장이 있는 책방은 이미 다들 압니다. 이 지도에는 **골목에서 걸어 들어가야 하는 책방**만 있어요. 지금 200곳.

## 제보는 이렇게

1. 책방 이름과 골목 이름을 적어요.
2. 사진이 있으면 한 장.
3. 다음 날 아침, 제가 걸어가 보고 올려요. (제주는 사흘쯤 걸려요.)

> 사장님이 아프셔서 한동안 닫아요. 지도에서 지우지는 말아 주세요.

이 메일을 받고 ‘쉬는 중’ 핀을 만들었어요. 색이 조금 연하고, 이불을 덮고 있어요.

## 안쪽 이야기

가까운 책방은 PostGIS가 찾아 줍니다.

\`\`\`sql
select name from bookshop
where open and st_dwithin(place, $1, 1200)
order by place <-> $1 limit 10;
\`\`\`

#동네책방 #사이드프로젝트`,
    log: [
      {
        daysAgo: 12,
        text: "‘쉬는 중’ 핀이 생겼어요. 그림은 말랑 님이 그려 주셨어요. 이불 덮은 핀이 세 가지예요.",
      },
      { daysAgo: 3, text: "200번째 책방이 올라갔어요. 제보해 주신 분들 이름을 지도 아래에 적어 두었어요." },
    ],
    comments: [
      { by: "eunji_reads", text: "도서관 게시판에 크게 인쇄해서 붙여 뒀어요. 어르신들이 제일 좋아하세요." },
      {
        by: "jihoon_roasts",
        text: "책방 옆 카페 레이어는 언제쯤...",
        answers: [{ by: "seoyeon", text: "58번 옆 가게부터 시작할게요 ㅎㅎ" }],
      },
    ],
  },
  {
    by: "junho",
    title: "모아로그",
    summary: "흩어진 회고를 한 주에 한 장으로 묶어 주는 팀 회고 도구.",
    stack: ["Rust", "Axum", "PostgreSQL", "Svelte"],
    pictures: ["board"],
    repoUrl: "https://git.example.com/junho/moalog",
    daysAgo: 55,
    views: 30,
    liked: 0.5,
    kept: 0.35,
    text: `한 주가 끝나면 카드를 **열두 장까지만** 붙일 수 있습니다. 열세 번째가 나오면 하나를 내려야 하고, 그 이야기가 진짜 회고입니다.

### 하는 일

- 메신저에서 \`/회고\` 한 줄이면 카드가 됩니다.
- 금요일 다섯 시에 한 장으로 묶여서 메일로 갑니다.
- 석 달 뒤 같은 날, 그때의 한 장을 다시 보여 줍니다.

### 하지 않는 일

- 사람별 통계. *만들 수 있지만 안 만듭니다.*

\`\`\`rust
/// 열세 번째 카드는 받지 않는다.
fn add(board: &mut Board, card: Card) -> Result<(), Full> {
    if board.cards.len() == 12 {
        return Err(Full);
    }
    board.cards.push(card);
    Ok(())
}
\`\`\`

#회고 #Rust`,
    log: [
      { daysAgo: 9, text: "‘한 주 한 장’이 들어갔습니다. 다들 불평하다가 3주 지나니까 카드가 짧아졌습니다." },
    ],
    comments: [
      { by: "yuna", text: "저희 팀에 도입했어요. 37장이 12장이 되기까지 한 달 걸렸습니다." },
      { by: "taeo", text: "장애 회고에도 쓰고 있어요. 열두 장이면 충분하더라고요." },
    ],
  },
  {
    by: "haru",
    title: "maru-cli",
    summary: "내 서버에 마루를 한 줄로 세우고, 한 줄로 지우는 명령줄 도구.",
    stack: ["Rust", "Tokio", "Docker", "Linux"],
    pictures: ["terminal"],
    repoUrl: "https://git.example.com/haru/maru-cli",
    daysAgo: 28,
    views: 33,
    liked: 0.55,
    kept: 0.3,
    text: `## 왜 만들었나요

서버 하나에 마루를 세울 때마다 같은 명령을 일곱 번 쳤어요. 이제 **한 줄**이면 돼요.

\`\`\`sh
maru up --self-hosted
maru down            # 데이터는 남아요
maru down --정말로    # 데이터도 지워요
\`\`\`

세우는 것보다 지우는 게 어려웠어요. 지우기가 되는 도구만 믿을 수 있다고 생각해서, 지우기부터 만들었습니다.

## 백업

> 백업은 다른 집에 두세요. 저는 부모님 댁 신발장 위에 뒀어요.

\`maru backup --to 신발장\`은 진짜로 됩니다. (이름은 \`~/.maru/places\`에서 정해요.)

## 1.0까지

- [x] 지우기
- [x] 복구 연습
- [ ] 한 줄로 이사 가기

#셀프호스팅 #Rust #사이드프로젝트`,
    log: [
      {
        daysAgo: 15,
        text: "0.8: 복구 연습 명령이 생겼어요. maru rehearse는 백업을 빈 곳에 풀어 보고 다시 지워요.",
      },
      { daysAgo: 4, text: "0.9: 한글 플래그를 다 받아요. --정말로, --다음에." },
    ],
    comments: [
      { by: "minseok", text: "복구 연습이 명령으로 있는 도구 처음 봤습니다. 합격." },
      { by: "priya", text: "`--정말로` is now my favourite flag in any language." },
    ],
  },
  {
    by: "raon",
    title: "오늘 급식",
    summary: "우리 학교 급식을 알레르기까지 챙겨 알려 주는 작은 앱이에요.",
    stack: ["Kotlin", "Jetpack Compose", "SQLite"],
    pictures: ["meal-app"],
    daysAgo: 47,
    views: 27,
    liked: 0.7,
    kept: 0.2,
    openToChat: false,
    text: `첫 판은 엑셀이었어요. 방학마다 조금씩 배워서 앱이 됐습니다.

## 이런 걸 해요

- 아침 일곱 시에 오늘 급식을 알려 줘요.
- 못 먹는 것을 한 번 적어 두면, 그게 든 날은 **노란 띠**가 보여요.
- 글씨를 크게 해도 칸이 깨지지 않아요. (1학년이 직접 봐요.)

## 안 해요

- 아이 이름을 묻지 않아요. 알레르기 정보는 휴대전화 안에만 있어요.

#급식 #사이드프로젝트`,
    log: [{ daysAgo: 10, text: "알레르기 표시를 넣었어요. 아이가 매일 아침 자기가 직접 확인하고 온대요." }],
    comments: [
      { by: "eunbi_3shift", text: "병원에서도 이런 표시가 있으면 좋겠어요. 노란 띠, 정말 잘 보여요." },
      { by: "junseo_dad", text: "첫째가 내년에 입학합니다. 미리 깔았어요." },
    ],
  },
  ...moreProjects,
];
