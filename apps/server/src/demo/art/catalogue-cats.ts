import type { Picture } from "./picture.ts";
import { catPicture as draw } from "./cat-pictures.ts";

type Scene = Parameters<typeof draw>;
const entry = (alt: string, ...scene: Scene): Picture => ({ alt, draw: () => draw(...scene) });

export const catCatalogue: Record<string, Picture> = {
  "nabi-window": entry("창살문 앞에서 식빵 자세로 앉은 치즈 고양이 나비", "window", [
    { coat: "cheese", pose: "loaf" },
  ]),
  "nabi-sun": entry("햇빛이 비스듬히 든 마루에 몸을 말고 자는 나비", "floor", [
    { coat: "cheese", pose: "curl" },
  ]),
  "nabi-belly": entry(
    "마루에 배를 보이고 드러누운 나비",
    "floor",
    [{ coat: "cheese", pose: "belly" }],
    "square",
  ),
  "nabi-keyboard": entry("키보드 위에 올라앉아 한쪽 눈을 찡긋하는 나비", "desk", [
    { coat: "cheese", pose: "loaf", look: { eyes: "wink", tilt: 6 } },
  ]),
  "nabi-garden": entry("꽃밭에 앉아 있는 나비", "garden", [{ coat: "cheese", pose: "sit" }]),
  "nabi-box": entry("택배 상자 안에 들어간 나비", "sofa", [{ coat: "cheese", pose: "box" }]),
  "nabi-birthday": entry(
    "고깔모자를 쓴 나비",
    "cushion",
    [{ coat: "cheese", pose: "sit", look: { wears: "cone" } }],
    "square",
  ),
  "nabi-rain": entry(
    "비 오는 창밖을 내다보는 나비의 뒷모습",
    "rain",
    [{ coat: "cheese", pose: "back" }],
    "tall",
  ),
  "nabi-goeul": entry("창가에 나란히 있는 나비와 고등어 고양이 고을이", "window", [
    { coat: "cheese", pose: "curl", at: [-110, 10, 0.8] },
    { coat: "mackerel", pose: "loaf", at: [130, 10, 0.8] },
  ]),
  "dubu-cushion": entry("분홍 방석 위에 식빵 자세로 앉은 흰 고양이 두부", "cushion", [
    { coat: "white", pose: "loaf", at: [0, -20] },
  ]),
  "dubu-tilt": entry(
    "창살문 앞에서 고개를 갸웃하는 두부",
    "window",
    [{ coat: "white", pose: "sit", look: { tilt: 9 } }],
    "square",
  ),
  "dubu-blanket": entry("초록 담요 위에 동그랗게 잠든 두부", "blanket", [{ coat: "white", pose: "curl" }]),
  "dubu-sprawl": entry("소파에 길게 늘어진 두부", "sofa", [{ coat: "white", pose: "sprawl", at: [-60, 0] }]),
  "dubu-peek": entry(
    "싱크대 너머로 눈만 내놓은 두부",
    "kitchen",
    [{ coat: "white", pose: "peek" }],
    "square",
  ),
  "bori-desk": entry("모니터 앞 키보드에 엎드린 샴 고양이 보리", "desk", [{ coat: "siam", pose: "loaf" }]),
  "bori-night": entry("밤하늘을 올려다보는 보리의 뒷모습", "night", [{ coat: "siam", pose: "back" }], "tall"),
  "bori-box": entry("키보드 상자에 들어앉은 보리", "books", [{ coat: "siam", pose: "box" }]),
  "meok-sofa": entry("소파를 차지한 턱시도 고양이 먹물", "sofa", [
    { coat: "tuxedo", pose: "loaf", look: { tilt: -5 } },
  ]),
  "meok-peek": entry(
    "식탁 아래에서 눈을 동그랗게 뜬 먹물",
    "kitchen",
    [{ coat: "tuxedo", pose: "peek" }],
    "square",
  ),
  "meok-bow": entry("책장 앞에서 나비넥타이를 맨 먹물", "books", [
    { coat: "tuxedo", pose: "sit", look: { wears: "bow" } },
  ]),
  "danpung-garden": entry("잔디밭의 삼색 고양이 단풍", "garden", [{ coat: "calico", pose: "loaf" }]),
  "danpung-scarf": entry(
    "빨간 목도리를 두른 단풍",
    "garden",
    [{ coat: "calico", pose: "sit", look: { wears: "scarf" } }],
    "tall",
  ),
  "danpung-floor": entry(
    "마루에서 몸을 말고 자는 단풍",
    "floor",
    [{ coat: "calico", pose: "curl" }],
    "square",
  ),
  "bam-night": entry("달밤에 앉아 있는 까만 고양이 밤이", "night", [
    { coat: "black", pose: "sit", look: { eyes: "wide" } },
  ]),
  "bam-void": entry(
    "눈만 보이는 까만 고양이 밤이",
    "night",
    [{ coat: "black", pose: "loaf", look: { eyes: "wide" } }],
    "square",
  ),
  "bam-laundry": entry("빨래 아래에 앉은 밤이", "laundry", [{ coat: "black", pose: "loaf" }]),
  "goeul-box": entry("상자에 몸을 구겨 넣은 고등어 고양이 고을", "blanket", [
    { coat: "mackerel", pose: "box" },
  ]),
  "goeul-sprawl": entry("소파에 엎드려 앞발을 뻗은 고을", "sofa", [
    { coat: "mackerel", pose: "sprawl", at: [-60, 0] },
  ]),
  "goeul-laundry": entry("널어놓은 빨래 아래 배를 보인 고을", "laundry", [
    { coat: "mackerel", pose: "belly" },
  ]),
  "baram-window": entry("창가에 앉은 회색 고양이 바람", "window", [
    { coat: "blue", pose: "sit", look: { tilt: 4 } },
  ]),
  "baram-rain": entry(
    "비 오는 거리를 내다보는 바람의 뒷모습",
    "rain",
    [{ coat: "blue", pose: "back" }],
    "tall",
  ),
  "baram-bell": entry(
    "방울 목걸이를 한 바람",
    "cushion",
    [{ coat: "blue", pose: "loaf", look: { wears: "bell" }, at: [0, -20] }],
    "square",
  ),
  "hobak-books": entry("책장 앞의 카오스 고양이 호박", "books", [{ coat: "tortie", pose: "sit" }]),
  "hobak-belly": entry(
    "담요 위에서 뒹구는 호박",
    "blanket",
    [{ coat: "tortie", pose: "belly", look: { eyes: "wide" } }],
    "square",
  ),
  "konggaru-laundry": entry("빨래 바구니 상자에 들어간 크림색 고양이 콩가루", "laundry", [
    { coat: "cream", pose: "box" },
  ]),
  "konggaru-sleep": entry("방석에서 잠든 콩가루", "cushion", [{ coat: "cream", pose: "curl", at: [0, -24] }]),
  "bamtol-kitchen": entry("부엌에 앉아 밥을 기다리는 갈색 고양이 밤톨", "kitchen", [
    { coat: "brown", pose: "sit", look: { eyes: "wide" } },
  ]),
  "bamtol-scarf": entry(
    "목도리를 두르고 창가에 앉은 밤톨",
    "window",
    [{ coat: "brown", pose: "loaf", look: { wears: "scarf" } }],
    "square",
  ),
  "pixel-sofa": entry("Pixel, a brown tabby, on her back on the sofa", "sofa", [
    { coat: "brown", pose: "belly" },
  ]),
  "pixel-books": entry("Pixel in front of a bookcase", "books", [
    { coat: "brown", pose: "loaf", look: { tilt: -6 } },
  ]),
  "toast-box": entry("Toast, a cream cat, in a keyboard box", "desk", [
    { coat: "cream", pose: "box", look: { eyes: "wide" } },
  ]),
  "miso-rain": entry("Miso, a calico, watching the rain", "rain", [{ coat: "calico", pose: "back" }], "tall"),
  "clinic-three": entry("방석 위에 모인 고양이 세 마리", "blanket", [
    { coat: "tuxedo", pose: "sit", at: [-150, -10, 0.66] },
    { coat: "cream", pose: "loaf", at: [10, 20, 0.7], look: { eyes: "asleep" } },
    { coat: "calico", pose: "sit", at: [160, 0, 0.66], look: { tilt: 8 } },
  ]),
};
