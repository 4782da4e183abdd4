import { type DemoPerson, en, ko } from "./person.ts";

export const morePeople: DemoPerson[] = [
  ko(
    "minseok",
    "권민석",
    "DBA. 인덱스 하나면 될 일을 회의 세 번 합니다.",
    "PostgreSQL 온콜일기 사이드프로젝트 등산",
  ),
  ko("jiwoo_rail", "송지우", "무궁화호 창가 자리 수집가. 간이역 도장 41개.", "기차여행 여행 필름사진 국수", {
    cover: "train",
    fame: 1.4,
  }),
  ko("chaewon", "유채원", "백대명산 63/100. 정상석보다 하산 후 막걸리.", "등산 여행 달리기 캠핑", {
    cover: "ridge",
    fame: 1.3,
  }),
  ko(
    "eunbi_3shift",
    "백은비",
    "3교대 간호사. 제 새벽은 여러분의 점심입니다. 콩가루(크림)가 출근길을 막아요.",
    "고양이 집사일기 커피 책 퇴근",
  ),
  ko(
    "taehoon",
    "노태훈",
    "B급 공포 전문. 예산이 없을수록 좋습니다. 좀비 마을버스 5회차.",
    "영화 좀비마을버스 음악 국수",
    { cover: "river", fame: 1.3 },
  ),
  ko(
    "ara_jeju",
    "고아라",
    "제주 동쪽에서 방 세 개짜리 민박을 해요. 손님보다 바람이 더 자주 옵니다.",
    "제주 여행 고양이 산책 커피",
    { cover: "island", fame: 1.6 },
  ),
  ko("jihoon_roasts", "차지훈", "작은 로스터리. 산미를 무서워하지 마세요.", "커피 음악 동네책방 홈베이킹", {
    fame: 1.4,
  }),
  ko(
    "siwoo_bass",
    "마시우",
    "직장인 밴드 베이스. 안 들린다고 하지 마세요, 없으면 압니다.",
    "음악 키보드 영화 퇴근",
  ),
  ko("yuna", "하유나", "1년 차 디자이너. 피그마 레이어 이름을 잘 짓고 싶다.", "디자인 그림 커피 영화 회고"),
  ko(
    "vet_seo",
    "이서윤",
    "동네 동물병원 수의사. 온라인 진단은 못 하지만 걱정은 같이 해요.",
    "고양이 집사일기 책 달리기",
    { fame: 2 },
  ),
  en(
    "mina_o",
    "Mina Okafor",
    "Londoner in Seoul, third year. Learning Korean one subtitle at a time. 천천히 말해 주세요!",
    "seoul films cats 영화 동네책방 산책",
    { cover: "palace", fame: 1.3 },
  ),
  en(
    "theo",
    "Theo Lindqvist",
    "Keyboards, Svelte and a cream-coloured cat called Toast. Stockholm.",
    "keyboards Svelte cats sideproject 키보드",
    { fame: 1.2 },
  ),
  en(
    "grace_k",
    "Grace Kim",
    "LA. I cook what my grandmother refused to write down. Miso (calico) supervises.",
    "food films cats 국수 영화",
  ),
  en(
    "priya",
    "Priya Nair",
    "Databases by day, tiny Rust tools by night. Bengaluru.",
    "Rust PostgreSQL sideproject books",
    { fame: 1.2 },
  ),
  en(
    "sam_ortega",
    "Sam Ortega",
    "Runs slowly along the Turia in Valencia. Strong opinions about rice.",
    "running food 달리기 travel",
    { cover: "beach" },
  ),
  en(
    "lena",
    "Lena Fischer",
    "Architect in Berlin, in love with hanok floors. Lives with Pixel, who hates drawings she can't sit on.",
    "hanok cats seoul plants 여행",
    { cover: "wood" },
  ),
  ko(
    "junseo_dad",
    "최준서",
    "여섯 살, 세 살 두 딸 아빠. 캠핑 장비만 프로. 취침 후 코딩 40분.",
    "캠핑 사이드프로젝트 급식 홈베이킹 퇴근",
  ),
];
