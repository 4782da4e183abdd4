/** Texts of a small community, written for this, and what their people would look for. Every engine has to answer these alike. */
export const texts = {
  stray: "퇴근길에 길고양이를 만났다. 편의점에서 츄르를 사 왔더니 이미 가고 없더라 #길고양이",
  lap: "우리 고양이가 드디어 무릎에 올라왔어요. 삼 년을 기다린 보람이 있네요 #고양이 #집사",
  catfood: "고양이 사료 추천 부탁드려요. 신장이 약한 열두 살 아이입니다",
  catfoodTogether: "고양이사료를 바꿨더니 밥을 안 먹어요ㅠㅠ",
  city: "고양시에서 열리는 꽃 박람회에 다녀왔습니다",
  hangul: "한글은 배우기 쉽다고들 하지만 맞춤법은 여전히 어렵다",
  hangulDay: "한글날을 맞아 손 글씨로 편지를 써 봤어요",
  airpods: "에어팟 한쪽을 지하철에서 잃어버렸다. 왼쪽만 따로 살 수 있나요?",
  podcast: "요즘 듣는 팟캐스트 추천해 주세요. 잠들기 전에 듣기 좋은 걸로요",
  coffee: "성수동에 새로 생긴 카페의 커피 원두가 정말 좋았어요 #커피",
  beans: "원두 볶는 법을 배우는 중이다. 커피 향이 온 집에 가득 ☕",
  tea: "비 오는 날에는 보리차가 최고",
  book: "책을 읽다가 책상에서 잠들었다",
  bookshop: "동네 책방에서 시집을 샀다. 책은 역시 종이로 읽어야지",
  swim: "수영장에 등록했어요. 자유형 호흡이 너무 어려워요",
  run: "한강에서 10km를 처음으로 완주했다! 기록은 58분 🏃",
  keyboard: "기계식 키보드를 샀는데 iPhone에서 블루투스 연결이 안 돼요",
  phone: "iPhone 17 Pro 카메라로 찍은 밤하늘 사진",
  typescript: "타입스크립트 5로 옮기면서 버그를 세 개 찾았다. TypeScript 만세",
  bug: "버그를 사흘 만에 잡았다. 원인은 오타 하나ㅋㅋㅋ",
  deploy: "금요일에 배포하지 맙시다. 진심입니다",
  film: "영화 기생충을 다시 봤는데 처음과 전혀 다르게 보였다",
  filmEnding: "마지막 장면이 자꾸 생각나는 영화였다. 결말은 말하지 않을게요",
  bread: "식빵이 처음으로 제대로 부풀었다 🍞 #홈베이킹",
  noodles: "칼국수 맛집을 찾았다. 국물이 진하고 김치가 맛있다",
  kimchi: "김장을 했습니다. 김치 스무 포기를 담갔더니 허리가 아파요",
  moving: "서울로 이사했다. 짐을 다 풀려면 한 달은 걸릴 듯",
  seoulWalk: "서울의 골목을 걷는 게 취미입니다 #산책",
  walkDog: "강아지와 산책하는 아침. 공기가 차다 🐶",
  dog: "강아지가 소파를 뜯어 놨다",
  music: "기타를 배운 지 석 달, 드디어 F 코드를 잡는다",
  plant: "몬스테라에 새잎이 났어요 🌱 물은 일주일에 한 번만",
  japan: "도쿄 여행에서 본 東京タワー의 야경이 잊히지 않는다",
  chinese: "北京烤鸭을 먹으러 연남동에 갔다",
  cats: "My cats sleep on the keyboard whenever I have a deadline #cats",
  kitten: "We adopted a kitten! She is tiny and fearless 🐱",
  category: "A catalog of every category on the site would help newcomers",
  sourdough: "My sourdough finally rose. The crumb is open and the crust is loud #baking",
  sour: "This lemonade is too sour for me",
  runner: "Running ten kilometres in the rain, slowly and happily",
  release: "The release notes of PostgreSQL 18 mention parallel builds of GIN indexes",
  exact: "The quick brown fox jumps over the lazy dog",
  reordered: "A dog, lazy and brown, watched the quick fox",
  cafe: "Nobody writes Café the same way twice",
  boxes: "Moving boxes everywhere, and the box with the kettle is missing",
  c18: "Version 2.5 is out; see issue 1234 for what is broken",
  mixed: "오늘 standup에서 sprint 회고를 했는데 action item이 열두 개나 나왔다",
} as const;

export type TextName = keyof typeof texts;

export interface RelevanceCase {
  query: string;
  /** All that is found, and nothing else, in any order. */
  finds: TextName[];
  /** What comes first. */
  first?: TextName;
}

const one = (query: string, ...finds: TextName[]): RelevanceCase => ({ query, finds });
const best = (query: string, first: TextName, ...others: TextName[]): RelevanceCase => ({
  query,
  finds: [first, ...others],
  first,
});

export const cases: RelevanceCase[] = [
  // Particles, on either side.
  one("한글", "hangul", "hangulDay"),
  best("한글은", "hangul", "hangulDay"),
  best("한글을", "hangul", "hangulDay"),
  one("에어팟", "airpods"),
  one("에어팟은", "airpods"),
  one("팟캐스트를", "podcast"),
  one("편의점", "stray"),
  one("편의점은", "stray"),
  one("수영장", "swim"),
  one("키보드", "keyboard"),
  one("버그를", "typescript", "bug"),
  one("지하철에서는", "airpods"),
  one("강아지가", "dog", "walkDog"),
  one("서울", "moving", "seoulWalk"),
  one("서울에서", "moving", "seoulWalk"),
  one("배포는", "deploy"),
  // Single syllables are words of their own.
  one("책", "book", "bookshop"),
  one("팟"),
  one("밥", "catfoodTogether"),
  // Parts of words, and words written apart or together.
  best("고양이", "lap", "catfood", "catfoodTogether", "stray"),
  one("길고양이", "stray"),
  one("고양이 사료", "catfood", "catfoodTogether"),
  one("고양이사료", "catfood", "catfoodTogether"),
  one("책상", "book"),
  one("국수", "noodles"),
  // All words have to be there.
  one("커피 원두", "coffee", "beans"),
  one("커피 성수동", "coffee"),
  one("영화 결말", "filmEnding"),
  one("김치 국물", "noodles"),
  one("김치", "noodles", "kimchi"),
  one("고양이 강아지"),
  one("서울 산책", "seoulWalk"),
  // First consonants.
  one("ㄱㅇㅇ", "lap", "catfood", "catfoodTogether", "deploy"),
  one("ㄱㅇㅇㅅ", "catfoodTogether"),
  one("ㅁㅅㅌㄹ", "plant"),
  one("ㄱㅇㅈ", "walkDog", "dog"),
  one("ㅌㅇㅅㅋㄹㅌ", "typescript"),
  one("ㅍㅋㅅㅌ", "podcast"),
  one("ㅋㅋㅋ", "bug"),
  // Encodings.
  one("몬스테라".normalize("NFD"), "plant"),
  one("ｉＰｈｏｎｅ", "keyboard", "phone"),
  one("CAFÉ".normalize("NFD"), "cafe"),
  one("몬\u200B스테라", "plant"),
  // Other scripts.
  one("東京", "japan"),
  one("タワー", "japan"),
  one("北京", "chinese"),
  one("京", "japan", "chinese"),
  // Emoji.
  one("🐱", "kitten"),
  one("🏃🏽", "run"),
  one("🍞 식빵", "bread"),
  // Latin words: prefixes at the end, plurals, whole words elsewhere.
  best("sour", "sour", "sourdough"),
  one("sour ", "sour"),
  one("sourd", "sourdough"),
  best("cat", "cats", "category"),
  one("cat ", "cats"),
  one("cats", "cats"),
  one("kitt", "kitten"),
  one("box", "boxes"),
  one("running", "runner"),
  one("postgres", "release"),
  one("PostgreSQL 18", "release"),
  one("2.5", "c18"),
  one("issue 1234", "c18"),
  // Korean and English in one.
  one("iphone은", "keyboard", "phone"),
  one("iphone 블루투스", "keyboard"),
  one("TypeScript 버그", "typescript"),
  one("standup 회고", "mixed"),
  // Phrases.
  one('"quick brown fox"', "exact"),
  one("quick brown fox", "exact", "reordered"),
  one('"커피 원두"', "coffee"),
  one('"lazy dog', "exact", "reordered"),
  one('"the lazy dog"', "exact"),
  // What must not be there.
  one("고양이 -사료", "lap", "stray"),
  one("커피 -#커피", "beans"),
  one('fox -"quick brown"', "reordered"),
  one("영화 -기생충", "filmEnding"),
  // Tags.
  one("#고양이", "lap"),
  one("#산책", "seoulWalk"),
  one("#cats", "cats"),
  one("#커피 원두", "coffee"),
  one("#없는태그"),
  // Nothing.
  one("코끼리"),
  one("zebra"),
  one("!!! ???"),
];
