/** Reviews of the others, quiet and lively ones first. How they are written: read-reviews.ts. */
export const moreReviews = `
# winter-pool
= eunbyeol 8 8 8 9 7
수영장 타일 줄눈만 세다가 끝났는데, 그게 하루를 버티는 방법이라는 걸 알게 됐어요.
= haru 7 8 8 9 7
아무도 안 오는 곳을 계속 지키는 사람. 서버실에서 혼자 밤새운 날이 생각나서 이상하게 위로받았어요.

# paper-airfield
= dokyung 8 7 8 9 8
종이비행기 물리가 진짜예요. 프레임 단위로 봤습니다. 관제탑을 골판지로 세우는 장면은 게임으로 만들고 싶다.
= junseo_dad 8 8 8 8 8
여섯 살 첫째가 다음 날 아침까지 베란다에 활주로를 그렸습니다. 청구서는 감독님께 보냅니다.

# after-last-bus
= eunbi_3shift 8 9 8 7 8
야간 근무 끝나고 일부러 한 정거장 걸어 본 사람은 압니다. 율무차 자판기 앞에서 나누는 대화가 딱 그 온도예요.

# moon-post
= mallang 8 7 8 10 9
잘못 쓴 주소로 온 편지들이 산처럼 쌓인 장면, 편지마다 글씨체가 다 달라요. 제작진 누군가의 손목에 경의를.
= theo 8 7 8 9 9
Four hundred million undelivered letters and nobody suggests a search index. Still, I wrote my brother a postcard.
= goeun 7 7 7 9 8
소포 상자가 삼천 개쯤 나옵니다. 고을이와 정지 화면으로 검수했는데 테이프 마감이 훌륭합니다.

# persimmon
= gapsu 9 10 9 9 8
담장 하나로 사십 년을 싸우는데 둘 다 이해가 갑니다. 저는 지는 쪽이었습니다. 감이 참 곱습니다^^
= woojin 9 9 9 8 8
싸움의 문법으로 쓴 사랑 이야기. 오금희와 곽두식이 한 화면에 서면 대본은 필요 없다.
= sol_garden 8 8 8 9 7
감나무 가지치기 시기가 정확해요. 식물 자문이 누구인지 찾고 있습니다.

# bakery
= yerin_bakes 8 8 8 10 8
발효 시간을 줄이지 않은 애니메이션은 처음 봐요. 별이 부풀 때 소리까지 맞습니다. 반죽이한테 보여 줬습니다.

# twelfth-school
= hyunseo 8 9 8 7 7
전학 네 번 다녀 본 사람입니다. 첫날 점심시간을 이렇게 정확하게 찍으면 반칙이에요.

# postcards
= eunji_reads 8 8 7 8 7
부치지 못한 편지가 나오는 영화 중에 우표 붙이는 순서를 틀리지 않은 유일한 영화.

# bonsai
= gapsu 9 7 8 9 8
분갈이 장면에서 숨을 못 쉬었습니다. 저는 삼 년 된 걸로도 손이 떨립니다. 다들 보십시오^^
= sol_garden 8 7 8 9 7
통풍이 전부라는 제 말을 삼백 년 된 소나무가 증명해 줬어요.

# rain-front
= jihoon_roasts 5 6 6 7 6
예보는 틀리는데 전개는 한 번도 안 틀리고 예상대로 갑니다. 커피 마시면서 보기 좋은 온도.

# forty-two
= sujin_runs 9 8 9 8 9
서른 킬로미터부터 숨소리 자막이 한 글자로 줄어듭니다. 완주한 사람은 다 아는 그 글자예요. 엉엉 울면서 뛰고 싶어졌습니다.
= sam_ortega 9 8 9 8 9
No music for eighty-eight minutes and my watch still says my heart rate went to 150.

# scooter
= ara_jeju 7 8 7 9 7
시속 사십으로 가면 풍경이 말을 걸어요. 아버지와 한 번쯤 이렇게 느리게 가 봤어야 했는데 싶었습니다.

# part-timer
= taehoon 2 4 2 5 3
공포영화인 줄 알고 봤다. 매 장면 다음이 뭔지 아는데 아무도 멈추지 않는다. 무섭다.
= yuna 2 4 3 5 3
억만장자 명함에 그림자 효과가 들어가 있음. 이 세계관의 부는 어디서 온 걸까.
= haru 3 4 3 5 4
커피 쏟는 장면이 여섯 번 나와요. 여섯 번 다 아메리카노예요. 라테였으면 조금은 긴장했을 텐데.
= keycap_jang 7 6 7 6 7
남자 주인공 사무실 키보드가 무접점이다. 안목이 있다. 올해의 영화.
= eunbyeol 2 3 3 4 3
자막을 읽다가 다음 줄을 먼저 썼는데 다 맞았어요. 제 재능이 아니라 각본의 성의 문제예요.

# brush
= woojin 9 9 10 10 9
한 획을 긋는 데 백사십일 분. 먹이 마르는 동안 관객이 늙는다. 상영 시간이 아니라 수련 시간이다.
= mallang 9 9 9 10 9
붓끝이 종이에 닿기 직전의 떨림을 이렇게 크게 볼 줄이야. 그림 그리는 사람은 한 번쯤 벌 받는 기분으로 봐야 합니다.
= eunbyeol 9 8 9 10 8
글꼴 만드는 사람들끼리 단체 관람했는데 끝나고 삼십 분 동안 아무도 말을 안 했어요.

# last-roll
= jiwoo_rail 8 7 8 9 8
찾아가지 않은 증명사진의 주인을 기차 타고 찾아다닙니다. 승차권을 그대로 보여 줘서 저는 따라 타 볼 예정이에요.
= gapsu 9 8 9 10 8
사진관 사장님이 마지막 손님에게 "웃지 마세요, 증명사진입니다" 하실 때 다들 웃었습니다. 저도 그 사진 찾아야겠습니다^^

# vampires
= taehoon 7 8 7 7 8
층간소음 안건에서 1897년생 노인회장이 "내가 살아 있을 때는" 하고 시작하는 순간 이 영화는 완성됐다.
= doyun 7 7 7 7 7
반상회 회의록을 혈서로 쓰는데 줄간격이 좋아요. 우리 팀 회의보다 결론이 빨리 납니다.

# strike
= raon 6 7 6 6 6
명절 음식 220인분을 파업 전에 계산해 주는 장면이 제일 스릴 있었어요. 저만 그랬나 봐요.
= grace_k 6 8 6 6 6
My grandmother watched this with me on video call and said only one thing: "She should have done it in 1987."

# hatless
= eunbyeol 3 4 3 5 4
1편의 자간이 다 무너졌어요. 대사 사이가 좁아서 웃을 틈이 없습니다.
= minseok 3 4 3 4 4
롤백을 권합니다.

# god-quits
= minseok 7 8 7 7 7
인수인계 문서가 두 장인데 우리 회사보다 한 장 많습니다.
= taeo 7 7 7 7 7
신도 온콜이었다. 새벽 기도 알림을 끄지 못하는 장면에서 다 이해했습니다.

# hacker
= priya 8 9 8 8 7
The terminal output is real. She uses tmux. I want to be hacked by this grandmother.
= haru 8 9 7 8 7
할머니가 "이거 어떻게 끄니" 하고 물어본 게 방화벽이었을 때 극장이 뒤집어졌어요. 저희 할머니께 리눅스 깔아 드리러 갑니다.
= noodle_sm 4 5 4 5 4 spoiler
할머니가 사기꾼 계좌를 털고 나서 칼국수를 먹습니다. 국물이 맑은 걸로 봐서 조개가 적습니다. 별점을 깎습니다.
= keycap_jang 2 4 3 5 3
할머니가 쓰는 키보드가 펜타그래프인데 소리는 청축이다. 폴리 아티스트는 반성하라.

# noodle-duel
= noodle_sm 6 6 5 6 5
면은 소품이 아니라 배우입니다. 그런데 결투 도중에 면이 붇습니다. 삼 분이면 끝난 싸움을 사십 분 합니다.
= grace_k 7 7 7 8 7
Two men fight with chopsticks and both wash the bowl afterwards. I was raised right by this film.

# vacuum
= junseo_dad 8 8 8 9 8
세 살 둘째가 우리 집 청소기한테 인사를 합니다. 청소기도 대답하는 것 같습니다. 먼지 센서가 예민해졌어요.
= goeun 8 7 8 9 8
고을이를 태우고 다니는 저희 집 청소기에게 이 영화를 바칩니다. 문턱 장면에서 응원 소리 나옴.

# bullfrog
= taehoon 3 5 3 5 4
개구리 소리가 사운드 라이브러리 첫 번째 파일이다. 내가 다 안다. 예산이 없어도 개구리는 직접 잡았어야 한다.
= chaewon 3 4 4 6 3
산속 매복 장면마다 등산로 안내판이 보입니다. 현 위치 칠부 능선.

# wrestlers
= sujin_runs 8 8 7 7 7
운동 영화는 연습 장면을 보면 압니다. 진짜 모래 먹은 배우들이에요.

# submarine
= ara_jeju 7 7 7 8 7
해녀 삼춘들이랑 다 같이 봤는데 숨비소리 나올 때 다들 조용해지셨어요. 전복값 협상은 다큐라고 하십니다.
= lena 7 7 7 8 7
The diving women outvote a navy. The submarine interior is the most honest small apartment I have seen on film.

# volume
= yuna 8 8 7 8 9
볼륨이 커질 때마다 화면 비율이 조금씩 넓어져요. 열일곱 살에 이걸 봤으면 미대 말고 음대 갔을지도.
= siwoo_bass 7 8 7 7 9
밴드부 합주가 처음부터 잘 맞으면 안 되죠. 삼십 분 동안 안 맞아 줘서 고맙습니다.

# closet-jazz
= siwoo_bass 9 8 9 8 10
장롱 안에서 녹음하면 고음이 옷에 먹히고 베이스만 남아요. 드디어 베이스가 주인공인 다큐입니다.
= jihoon_roasts 8 8 8 8 10
가게에서 사흘째 이 음악만 틀고 있습니다. 손님들이 왜 옷 냄새가 나는 것 같냐고 하세요.

# bass
= siwoo_bass 8 9 8 7 9
제목 보고 화가 나서 갔다가 제 인생을 두 시간 보고 나왔습니다. 없으면 압니다. 정말로.
= keycap_jang 4 5 4 5 3
베이스가 정말 안 들린다. 이어폰은 커스텀 제작이다. 영화 잘못이다.
= haru 7 8 7 7 8
하루 빠졌을 뿐인데 공연이 무너지는 장면, 팀에서 조용히 일하는 사람들 얼굴이 하나씩 떠올랐어요.

# barley
= gapsu 9 9 9 9 10
1957년에 제가 다섯 살이었습니다. 그 나팔 소리를 들은 것 같기도 합니다. 보리 냄새가 났습니다^^
= woojin 8 9 9 9 10
음악영화의 마지막 연주는 대개 성공한다. 이 영화는 틀린 음 하나를 남겨 둔다. 그 음이 시대다.

# western
= doyun 7 7 7 9 8
석양 대신 네온. 결투 직전에 면 삶는 타이머 소리만 들리는 이 분이 최고예요.
= theo 7 7 7 8 8
I have seen every western. This is the first in which the stranger asks for more pickles.

# taffy
= dokyung 2 4 3 5 4
버그로 벽에 붙은 캐릭터를 두 시간 보는 기분. 재시작 버튼이 없었습니다.
= keycap_jang 6 6 6 5 6
본부 장면에 기계식 키보드가 나온다. 키캡 각인이 측면이다. 이것만으로 별 넷.
`;
