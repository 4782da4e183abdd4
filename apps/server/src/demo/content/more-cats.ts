/** Cats, second helping. */
export const moreCats = `
= haru nabi-sun hour=15
나비의 하루 일과: 볕, 볕 옆, 볕이 있던 자리. #나비일기 #고양이
> raon: 볕이 있던 자리가 제일 쓸쓸하고 귀엽다

= haru nabi-belly
마루에 배를 깔지 않고 하늘로 향했다는 건 오늘 날씨가 좋다는 뜻입니다. 기상청보다 정확해요. #나비일기 #오늘의마루
> chaewon: 내일 산에 가도 되나요 나비 예보관님
> lena: The floor and the cat are the same colour. Perfect design.

= haru nabi-garden
옆집 마당에 꽃이 피어서 나비가 출장 갔어요. 출장비는 나비(나비 아님) 두 마리 구경. #고양이
> goeun: 나비가 나비를... 몇 번 읽었어요

= haru nabi-box
@goeun 님 글을 보고 저도 상자를 하나 두었습니다. 3분 만에 입주했어요. 보증금은 못 받았습니다. #박스는못참지 #나비일기
> goeun: 재계약은 자동입니다. 축하드려요

= haru nabi-rain hour=17
빗소리 들으면서 나비 뒤통수를 봤어요. 아무 생각이 없는 뒤통수가 이렇게 위로가 될 일인가. #나비일기 #고양이
> eunbi_3shift: 오늘 저한테 필요했던 뒤통수
> grace_k: Miso sends her regards from her own window.

= goeun nabi-goeul weekend
고을이 나비네 놀러 간 날. 세 시간 동안 서로 못 본 척하더니 집에 올 때 고을이가 안 나오려고 했다. #고양이 #고을이
> haru: 나비도 현관에 30분 앉아 있었어요. 다음 주에 또 오세요
> minji_butler: 두부 님도 초대받으면 안 간다고 하실 예정이래요. 그래도 초대해 주세요

= minji_butler dubu-sprawl hour=13
점심시간에 홈캠 켰더니 이 자세. 저는 회의가 네 개인데요. #고양이 #집사일기
> yuna: 저희 회의 하나 두부 님이 대신 들어와 주시면...

= minji_butler
두부 빗질 순서: 빗을 꺼낸다 → 두부가 사라진다 → 빗을 넣는다 → 두부가 나타난다. 3년째 같은 알고리즘. #집사일기
> minseok: 인덱스 태워야겠네요
> vet_seo: 간식 먼저, 빗은 등 뒤에, 한 번에 열 번만요!
>> minji_butler: 열 번... 세 번까지 성공했습니다

= doyun bori-night hour=23
야근하고 들어왔더니 보리가 창밖을 보고 있었다. 기다린 건 아니라고 한다. 꼬리는 기다렸다고 했다. #고양이
> taeo: 꼬리는 거짓말을 못 하죠
> eunbyeol: 꼬리가 주연인 영화

= doyun bori-box
@keycap_jang 님이 추천한 키보드가 도착했다. 보리가 먼저 언박싱했고 아직 안에 계신다. #키보드 #박스는못참지
> keycap_jang: 상자 두께가 좋아서 추천드린 겁니다

= junho meok-peek
먹물이가 식탁 밑에서 이 표정이면 뭘 떨어뜨린 거다. 컵이었다. #고양이 #턱시도
> jihyun_oh: 범인의 눈이 너무 맑다
> haru: 떨어진 거지 떨어뜨린 게 아니래요

= junho meok-bow week=2
사촌 결혼식 못 데려가는 대신 나비넷타이만 매 줬다. 오늘 하객 중 제일 차려입음. #턱시도
> eunbyeol: 턱시도에 나비넥타이는 반칙
> raon: 축의금은 츄르로 하셨나요

= raon danpung-scarf
떠 준 목도리를 한 번에 허락한 고양이는 처음이에요. 대신 풀 때 세 명이 필요했습니다. #단풍이 #뜨개
> goeun: 세 명이면 성공한 편
> mallang: 이 색 조합 그대로 그리고 싶다

= raon danpung-floor hour=16
수업 끝나고 집에 오면 단풍이 옆에 10분 눕는다. 그게 제 퇴근 도장이에요. #퇴근 #고양이
> junseo_dad: 부럽습니다. 제 퇴근 도장은 레고 밟기

= jihyun_oh bam-night hour=22
달 뜬 밤에만 보이는 밤이의 윤곽. 4만 장 중 서른한 번째로 알아볼 수 있는 사진이 되었습니다. #까만고양이 #필름사진
> gapsu: 축하합니다. 역광을 쓰셨군요. 훌륭합니다
> woojin: 누아르의 주인공이군요

= taeo baram-bell
방울 달아 줬더니 어디 있는지 알 수 있게 됐다. 관측 가능성(observability) 확보. 20분 뒤 방울만 남고 바람이는 사라졌다. #고양이 #온콜일기
> minseok: 에이전트만 살아 있는 상태네요
> priya: Metrics up, service down. Classic.

= mallang hobak-books
호박이가 화집 칸에만 앉는다. 소설 칸은 안 앉는다. 취향이 확실한 동거묘. #고양이 #그림
> eunji_reads: 사서로 채용하고 싶어요

= eunbi_3shift konggaru-sleep hour=10
오전 열 시. 세상은 일하는데 콩가루와 저는 잡니다. 안녕히 주무세요, 여러분도 언젠가. #3교대 #고양이
> haru: 굿나잇이요. 커튼 꼭 치고요

= hyunseo bamtol-scarf
시험 기간이라 도서관 가려는데 밤톨이가 목도리를 안 준다. 교수님 사유로 인정될까요. #고양이 #자취생집사
> raon: 저라면 인정합니다
> eunji_reads: 도서관은 목도리 없이도 따뜻해요. 기다릴게요

= lena pixel-books
Pixel has chosen the shelf with the Korean architecture books. She sits on them so I have to ask permission to read. #cats #hanok
> theo: A librarian. Ours only does acquisitions.

= vet_seo hour=12
오늘의 이름 모음: 김밥, 사장님, 와이파이, 둘째, 그리고 “첫째는요?” 하니까 “저요.” #고양이
> haru: 와이파이 부를 때마다 동네가 술렁이겠어요
> doyun: 둘째 ㅋㅋㅋㅋㅋㅋ

= vet_seo
이동장 싫어하는 아이에게: 평소에 거실에 열어 두고 안에서 간식을 주세요. 병원 가는 날만 나오는 가구는 누구라도 무섭죠. #집사일기 #고양이
> eunbi_3shift: 콩가루네는 이동장이 이제 침대예요. 선생님 덕분
> hyunseo: 오 저희도 해 볼게요

= ara_jeju
민박 방명록에 손님이 적고 간 말. “바다는 못 봤어요. 고양이가 무릎에 앉아서.” #제주 #고양이
> goeun: 완벽한 여행 후기

= theo
Toast update: he learned to open the drawer with the cable collection. We no longer have a cable collection. We have a nest. #cats
> taeo: 케이블 정리 담당자 채용 축하드립니다
> siwoo_bass: 저도 그 서랍 있습니다. 고양이는 없는데 상태가 같아요

= grace_k
Miso waits at the door when I visit my parents, and then ignores me for exactly one hour when I return. I timed it. Twice. #cats
> minji_butler: 정확히 한 시간이면 많이 좋아하는 거예요

= goeun goeul-sprawl day=mon
월요일의 고을. 월요일의 저. 차이점: 고을이는 귀엽다. #고양이 #고을이
> yuna: 오늘 제 상태 메시지로 쓸게요

= jihyun_oh
밤이 병원 카드에 털색이 “검정(추정)”이라고 적혀 있다. 추정이라니. #까만고양이
> vet_seo: 조명 아래서 갈색이 살짝 보여서 제가 고민하다가 그만... 수정해 둘게요 ㅎㅎ
>> jihyun_oh: 아니요 너무 좋아요. 그대로 둬 주세요

= eunbyeol
고양이는 없지만 고양이 글은 다 읽는 사람, 저 말고 또 있나요? #고양이
> sol_garden: 여기요. 식물 87개와 고양이 글
> woojin: 나 역시 그러합니다
> noodle_sm: 국수 다음으로 좋아합니다
> mina_o: Me too! 고양이 글로 한국어 배워요

= dokyung
게임 속 고양이 걸음을 다시 그렸다. 참고 자료는 이 마루의 사진 전부. 엔딩 크레딧에 나비, 두부, 보리, 먹물, 단풍, 밤이, 고을, 바람, 호박, 콩가루, 밤톨을 넣을게요. #게임개발 #고양이
> haru: 나비 가문의 영광입니다
> jihyun_oh: 밤이는 어두운 스테이지에 넣어 주세요. 안 보이게
> theo: Toast demands a cameo. He is available.
>> dokyung: Toast and Pixel and Miso too. Of course.
`;
