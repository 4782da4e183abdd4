/** Plants, keyboards, music and books. */
export const home = `
= sol_garden monstera
몬스테라 새잎이 찢어진 채로 나왔다. 정상입니다. 찢어지려고 태어난 잎이니까요. 저도 오늘 회의에서 그랬습니다. #식물 #식집사
> haru: 토닥토닥. 물은 나중에 줄게요
> lena: Born to be torn. I need this on a plant label.

= sol_garden plant-sill
식물이 자꾸 죽는다면 물이 아니라 바람을 의심하세요. 창문을 하루 20분. 사람에게도 좋습니다. #식집사
> hyunseo: 자취방 창문이 복도 쪽이면요...?
>> sol_garden: 선풍기 약풍이요. 산세베리아부터 시작해요
> ara_jeju: 바람은 제주에서 무료로 보내 드립니다
> taeo: 바람(고양이)은 하루 20시간 창가에 있는데 상태 좋습니다

= gapsu bonsai
이 소나무는 1998년에 친구가 이사 가며 맡긴 것입니다. 아직 찾으러 오지 않았습니다. 이제는 안 왔으면 합니다^^ #분재 #식물
> sol_garden: 수형이 정말 곱습니다. 철사 자국 하나 없네요
>> gapsu: 시간이 철사입니다
> woojin: 오늘의 두 번째 문장을 여기서 줍습니다
> haru: 친구분도 멀리서 보고 계실 것 같아요

= haru cactus
선물받은 선인장에 꽃이 피었어요. 3년 동안 한 게 없는데 축하를 받네요. #식물
> sol_garden: 아무것도 안 하는 게 제일 어려운 돌봄이에요
> doyun: 제 잔디 정원에도 적용해 주세요

= yerin_bakes basil
바질이 너무 잘 커서 이틀에 한 번 페스토를 만든다. 이웃들이 저를 피하기 시작했다. #식물 #홈베이킹
> minji_butler: 피한 적 없어요!! 어제 그건 엘리베이터가 닫혀서
> goeun: 저요 저 주세요. 병도 드릴게요. 상자는 안 돼요
> grace_k: Send help, also send pesto.

= sol_garden succulents
다육이는 배고플 때 쪼글거립니다. 솔직해서 좋아요. 사람도 그랬으면. #식집사 #다육이
> eunbi_3shift: 저 지금 쪼글거려요
> raon: 급식 남은 거 싸 드리고 싶다

= hyunseo sprout
산세베리아 말고 다른 걸 샀습니다. 뭔지 모릅니다. 사장님도 모르신대요. 아무튼 싹이 났습니다. #식물 #자취생
> sol_garden: 음... 강낭콩 같은데요
> gapsu: 콩입니다. 축하합니다
> noodle_sm: 콩국수까지 얼마나 걸리나요

= lena plant-row
Five pots, five temperaments. The bonsai is from a market in Seoul and has judged me ever since. #plants
> gapsu: 물을 조금 줄이시면 판단도 줄어듭니다^^ (Less water, please!)
>> lena: Thank you, teacher. It looks relieved already.

= junseo_dad tomato weekend
방울토마토 첫 수확 일곱 알. 둘째가 여섯 알 먹고 한 알은 심었다. “또 나와.” 농부의 마음. #식물 #베란다텃밭
> sol_garden: 진짜로 또 나와요. 기대하세요
> raon: 우리 급식 텃밭에 스카우트하고 싶어요

= seoyeon ivy
책방 사장님이 잘라 주신 덩굴 한 가지를 물에 꽂았더니 뿌리가 났어요. 책방 201호점이라고 부르고 있어요. #식물 #동네책방
> eunji_reads: 개업 축하드려요 📗
> sol_garden: 마디가 물에 잠기게요! 잘하셨어요

= yuna tulips
월급날이라 튤립 샀다. 화병이 없어서 맥주잔에 꽂았는데 이게 더 예쁨. #오늘의마루 #퇴근
> minji_butler: 맥주잔 화병 유행시킵시다
> eunbyeol: 비율이 좋아요. 잔이 꽃의 3분의 1

= eunbi_3shift pilea
나이트 주간엔 식물도 저랑 낮밤이 바뀌어요. 밤에 스탠드 켜 두면 잎을 활짝 폅니다. 동료 한 그루. #식집사 #3교대
> sol_garden: 광주기 바꿔도 하루 여덟 시간은 재워 주세요. 은비 님도요
> taeo: 저희 온콜 팀에도 한 그루 필요합니다

= minji_butler snake closed
회사 화분에 이름 붙여 줬더니 다들 물을 주기 시작해서 익사 직전이에요. ‘대리님’이라고 지은 게 문제였나 봐요. #식물
> sol_garden: 당장 흙 말리세요! 휴가 보내 주세요 대리님
> junho: 번아웃 대리님...

= keycap_jang walnut
월넛 하우징, 구리 보강판, 손으로 윤활한 스위치. 3년 걸려서 알았다. 제가 좋아하는 소리는 ‘도각’이 아니라 ‘도곡’이었다. #커스텀키보드 #키보드
> doyun: 도곡 ㅋㅋㅋㅋㅋ 3호선인가요
> theo: I can hear this photo.
> siwoo_bass: 200헤르츠 근처가 두툼하겠네요
>> keycap_jang: 역시 베이스 치시는 분

= theo mint
Mint keycaps, day one. Toast has claimed the Enter key. I now submit things only with his approval. #keyboards
> keycap_jang: 민트는 사랑입니다. 엔터는 고양이 것이 맞고요
> yuna: 색 조합 미쳤다... 이거 어디 거예요

= keycap_jang midnight hour=0
밤에 치는 키보드는 어두워야 한다. 각인 없는 키캡의 장점: 아무도 내 컴퓨터를 못 쓴다. 단점: 나도. #키보드
> hyunseo: 비밀번호 칠 때 기도하면서 치시나요
> haru: 저는 한글 자판 각인만 봐도 안심이 되는데...
> minseok: 물음표 위치에서 늘 막힐 듯

= yuna sakura
첫 커스텀키보드 장만! @keycap_jang 님이 세 시간 동안 상담해 주심. 회사에서 “어디서 과자 먹어?” 소리 들었다. #키보드
> keycap_jang: 과자 소리면 성공입니다
> eunbyeol: 분홍 채도가 딱 좋아요. 눌린 분홍

= theo retro
Found this at a flea market for the price of two coffees. It weighs as much as Toast and is almost as loud. #keyboards
> keycap_jang: 그 시절 스프링... 평생 갑니다. 부럽습니다
> gapsu: 회사 다닐 때 쓰던 것과 똑같습니다. 반갑습니다

= siwoo_bass guitar
베이스 치는 사람 집에 기타가 있는 이유: 누가 “기타 쳐?” 하고 물을 때 설명하기 귀찮아서. #음악
> dokyung: 픽셀 베이스 만들어 드릴까요. 줄 네 개로 정확히
>> siwoo_bass: 울 뻔했습니다
> jihoon_roasts: 가게에 하나 두고 가셔도 돼요. 수요일 밤 손님들이 좋아해요

= siwoo_bass records day=sun
비 오는 일요일엔 판을 뒤집어야 하는 음악이 좋다. 22분마다 일어나게 해 주니까. #음악 #오늘의마루
> woojin: 필름도 20분마다 릴을 갈았지요
> sujin_runs: 22분마다 일어나면 스트레칭도 하세요!
> jihoon_roasts: 한 면에 한 잔. 정확합니다

= dokyung
게임 배경음악 만들다가 막혀서 @siwoo_bass 님께 여쭤봤더니 “음을 빼세요”라고 하셨다. 네 개 뺐더니 좋아졌다. 돈도 네 배로 받으셔야 할 듯. #게임개발 #음악
> siwoo_bass: 베이스는 원래 안 치는 게 실력입니다
> junho: 코드도 그렇습니다

= eunji_reads book-stack
하루 30쪽 모임 4주 차. 규칙은 하나, 재미없으면 바꿔도 됨. 이번 주에만 여섯 명이 바꿨고 다섯 명이 다 읽었어요. #책 #하루30쪽
> haru: 저는 세 번 바꿨는데 그것도 세어 주세요
> woojin: 독서에도 회전문이 필요하지요
> eunbi_3shift: 나이트 중에 12쪽 읽었어요. 반올림해 주실 수 있나요
>> eunji_reads: 나이트는 두 배로 쳐 드려요

= eunji_reads open-book
반납된 책 사이에서 나온 것들: 기차표, 은행잎, 고양이 털, “이 페이지에서 쉬었다 가세요”라고 적힌 쪽지. 쪽지는 그대로 두었어요. #책
> seoyeon: 그 책 제목 묻지 않을게요. 우연히 만나고 싶어요
> jiwoo_rail: 기차표는 혹시 저일지도...
> goeun: 고양이 털은 혹시 저희 고을이일지도...

= seoyeon bookshop weekend
비 오면 문을 닫고 눈 오면 여는 책방이 있어요. 이유를 여쭤봤더니 “비 오면 책이 울고 눈 오면 사람이 오거든요.” 지도 영업시간 칸에 그대로 적었습니다. #동네책방
> mallang: 이 지도는 시집이네요
> eunbyeol: 영업시간 칸이 이렇게 아름다워도 되나요

= mina_o bookshop-alley
Bought my first Korean novel. The owner asked which part I liked, and I had only read the first page, so we talked about the first page for half an hour. #동네책방 #seoul
> seoyeon: 제일 좋은 독서 모임이네요
> eunji_reads: 첫 페이지를 30분 이야기할 수 있으면 다 읽은 거예요

= priya
Re-reading a database textbook from 1993. Half of it is obsolete and the other half is what I debug every week. #books #PostgreSQL
> minseok: 그 절반이 이번 주 제 장애였습니다
> haru: 오래된 책이 살아남는 이유네요

= mallang letter
손편지 쓰기 모임 하실 분? 주소 대신 마루 이름만 적으면 제가 우체부 할게요. 그림 한 장씩 같이 넣어 드려요. #그림 #손편지
> eunji_reads: 저요! 도서관 우체통도 빌려 드릴게요
> jiwoo_rail: 간이역 엽서 써도 되나요
>> mallang: 대환영이요
> gapsu: 만년필 꺼내 두겠습니다^^

= goeun knitting hour=20
겨우 한 뼘 떴는데 실뭉치가 사라졌다. 소파 밑에서 고을이와 함께 발견됨. 고을이는 저보다 긴 걸 만들고 있었다. #집사일기 #뜨개
> raon: 협동 작품이네요
> vet_seo: 실은 꼭 치워 주세요! 삼키면 큰일 나요
>> goeun: 넵 선생님 바로 서랍에 넣었습니다

= woojin
서가를 정리하다가 오래된 극장 전단을 찾았다. 뒷면에 누군가의 전화번호가 있는데 국번이 두 자리다. 걸어 볼 수 없는 번호만큼 완전한 추억도 없다. #영화 #책
> eunbyeol: 한 편 다 봤어요 지금
> gapsu: 두 자리 국번 반갑습니다
`;
