/** Cats, first helping. */
export const cats = `
= haru nabi-window hour=14
오후 두 시, 창살문 앞. 나비는 식빵을 굽고 저는 그 앞에서 노트북을 펴요. 볕이 옮겨 가면 우리도 반 뼘씩 옮겨 앉습니다. #고양이 #나비일기 #오늘의마루
> minji_butler: 두부도 지금 똑같은 자세예요. 혹시 단체로 약속한 건가요
> raon: 반 뼘씩 옮겨 앉는다는 말 너무 좋다
>> haru: 저녁 되면 둘 다 현관까지 밀려나 있어요 ㅋㅋ
> lena: That lattice door! Is it the original paper?
>> haru: We re-papered it last year. Nabi has already poked two holes in it.

= minji_butler dubu-cushion dubu-tilt dubu-blanket week=5
두부가 새 방석을 사흘 만에 허락해 주셨어요. 이제 여기가 본인 자리래요. 저는 바닥에 앉으면 된대요. #방석검수완료 #고양이 #집사일기
> goeun: 사흘이면 빠른 편 아닌가요? 고을이는 스크래처 하나에 두 달 걸렸어요
>> minji_butler: 대신 방석이 담겨 온 상자는 3초 만에 통과했습니다
> jihyun_oh: 흰 고양이는 사진이 다 작품이네요... 부럽다...
> haru: 두 번째 사진 갸웃하는 거 저장했어요
> vet_seo: 세 번째 사진, 코까지 파묻은 거 보니 방석이 정말 마음에 들었나 봐요 😊

= jihyun_oh bam-void
밤이 얼굴 사진입니다. 믿어 주세요. #까만고양이 #고양이
> goeun: 밝기를 최대로 올렸더니 계시네요
> taeo: 로그에 눈 두 개만 찍혀 있는 버그 같아요
>> jihyun_oh: 재현율 100퍼센트입니다
> minji_butler: 아니 진짜 너무 귀엽다 눈이 달 같아요
> gapsu: 노출을 두 스톱 올려 보세요. 까만 털은 빛을 다 먹습니다^^
>> jihyun_oh: 선생님... 두 스톱 올렸더니 벽지만 하얘졌어요

= goeun goeul-box
이 상자에는 원래 에어프라이어가 들어 있었습니다. 에어프라이어는 거실 바닥에 사흘째 그냥 있습니다. #박스는못참지 #집사일기
> doyun: 우선순위가 확실한 고양이네요
> haru: 에어프라이어도 언젠가는 쓰게 되겠죠
>> goeun: 고을이 허락이 나면요
> mallang: 상자보다 고을이가 큰데 어떻게 들어간 거예요
>> goeun: 고양이는 액체라고 배웠습니다

= doyun bori-desk hour=10
오늘 아침 스탠드업에서 화면 공유했다가 보리가 친 커밋 메시지가 그대로 나갔다. “ㅁㅁㅁㅁㅁㅁㅁㅁㅁ;;;;;;” 팀장님이 승인하심. #고양이 #사이드프로젝트
> junho: 제 커밋 메시지보다 성의 있네요
> hyunseo: 보리 님은 몇 년 차세요?
>> doyun: 세 살이신데 풀스택이십니다. 밥스택이기도 하고요
> taeo: 금요일 배포만 안 하면 됩니다
>> doyun: ...금요일이었습니다
> keycap_jang: 리니어보다는 택타일 쓰셔야겠네요. 고양이 발에는 압력이 필요합니다

= vet_seo clinic-three
병원 대기실에서 처음 만난 세 마리가 담요 하나를 나눠 쓰고 있어요. 보호자 세 분은 서로 어색하게 웃는 중. #고양이
> raon: 사람들도 담요 하나씩 나눠 줘야겠는데요
> minji_butler: 가운데 아이 표정이 너무 편안해요. 남의 병원인데
>> vet_seo: 가운데는 발톱만 깎으러 왔고, 양옆은 그걸 아직 몰라요
> eunbi_3shift: 콩가루는 이동장에서 안 나와서 이동장째 진료받았는데... 이런 사회성 부럽습니다

= eunbi_3shift konggaru-laundry hour=8
나이트 끝나고 퇴근. 빨래하려고 꺼낸 바구니를 콩가루가 접수했습니다. 빨래는 내일 하는 걸로. #퇴근 #집사일기 #고양이
> haru: 고생 많았어요. 푹 주무세요
> goeun: 현명하십니다. 접수된 건 못 물러요
> raon: 저도 아침인데 이 사진 보니까 다시 자고 싶네요

= raon danpung-garden
단풍이가 옥상 텃밭에 처음 올라온 날. 잔디를 밟더니 발을 한참 들고 있었어요. 땅이 간지러웠나 봐요. #고양이 #단풍이
> sol_garden: 상추 심어 두셨으면 캣그라스도 한 줄 심어 보세요. 금방 자라요
>> raon: 오 내일 바로 심어 볼게요. 단풍이가 먼저 알면 어떡하죠
>> sol_garden: 알게 하는 게 목적입니다
> gapsu: 귀엽습니다. 삼색이는 복이 있다고 하지요^^

= mallang hobak-belly
마감 하루 전. 호박이가 제 그림 위에서 뒹굴어서 파란색이 번졌는데... 솔직히 전보다 나아졌다. 작가명에 호박 추가함. #그림 #고양이
> yuna: 헐 번진 버전도 보여 주세요!!
> dokyung: 호박이 외주 받나요? 배경 일러스트 필요한데
>> mallang: 츄르 두 개에 협의 가능하대요
> eunbyeol: 앞발로 그린 선은 손으로 못 흉내 내죠

= taeo baram-rain hour=6
새벽 네 시에 전화 받고 장애 정리하고 나니 여섯 시. 바람이는 그동안 창밖 비를 봤다. 둘 다 야근수당이 없다. #온콜일기 #고양이
> minseok: 원인이 뭐였어요?
>> taeo: 디스크요. 늘 디스크죠
>> minseok: 늘 디스크죠...
> eunbi_3shift: 새벽 동지 여기 있습니다 ☕
> haru: 고생하셨어요. 바람이한테 간식이라도 대신 챙겨 주세요

= hyunseo bamtol-kitchen hour=22
밤톨이가 밥그릇 앞에 앉아서 저를 봅니다. 30분 전에 먹었습니다. 증거 영상도 있습니다. 그래도 저를 봅니다. #고양이 #자취생집사
> goeun: 유죄. 더 주세요
> vet_seo: 정량을 지키는 당신이 좋은 집사예요. 눈을 피하세요
>> hyunseo: 눈 피했더니 발을 밟았어요
> minji_butler: 두부는 밥그릇을 엎습니다. 밤톨이는 신사네요

= lena pixel-sofa
Pixel discovered that if she lies on her back on the sofa, I stop working. She has a very good understanding of project management. #cats
> theo: Toast uses the same framework. It's called Agile.
> mina_o: I would also stop working. 너무 귀여워요!
> haru: 배를 보이면 회의가 끝나는 건 만국 공통이군요

= jihyun_oh bam-laundry
빨래 널어 둔 날이면 밤이는 꼭 그 아래 눕는다. 그리고 나는 까만 털이 붙은 흰 셔츠를 입고 출근한다. #까만고양이 #집사일기
> minji_butler: 저는 반대예요. 흰 털 붙은 까만 코트. 우리 바꿔 입어요
>> jihyun_oh: 그거 천재적인 생각인데요
> taeo: 회색 고양이를 키우면 모든 옷이 공평하게 망합니다

= haru nabi-keyboard
maru-cli 릴리스 노트 쓰는데 나비가 엔터 쳐서 반만 적힌 채 올라갔어요. “- 이제 더 빨라”까지만. 더 빨라졌다는 건 사실이니까 그냥 둡니다. #나비일기 #사이드프로젝트
> doyun: 여백의 미
> priya: "It is now fast" is the best release note I have read this year.
> junho: 얼마나 빨라졌는지는 나비만 아는 걸로

= grace_k miso-rain
It rained in LA, so Miso has been at the window for two hours, personally investigating each drop. #cats
> taeo: 바람이도 비 오면 똑같아요. Same posture, same back of the head.
> lena: The back of a cat's head at a rainy window should be a museum category.

= minji_butler dubu-peek hour=19
저녁 준비하는데 뒤통수가 따가워서 돌아봤더니. #두부는보고있다 #고양이
> yerin_bakes: 공포영화 포스터인 줄 알았어요 ㅋㅋㅋㅋ
> taehoon: 공포영화 전문가로서 말씀드리면, 이 정도면 1편에서 끝나지 않습니다
> noodle_sm: 뭐 해 드셨는데요?
>> minji_butler: 북엇국이요. 그래서 나오신 듯
>> noodle_sm: 북어면 인정

= junho meok-sofa
소파 새로 샀다. 먹물이가 가운데 앉았다. 나는 여전히 바닥에 앉아서 코드 짠다. #고양이 #턱시도
> haru: 소파는 원래 등받이로 쓰는 거라고 배웠어요
> goeun: 3인용인가요?
>> junho: 1묘용입니다
> minji_butler: 먹물이 표정이 ‘무슨 일로 왔나’ 하는 사장님 같아요

= vet_seo
요즘 자주 받는 질문이라 적어 둬요. 물 그릇은 밥그릇과 떨어뜨려서, 두 군데 이상. 그릇은 넓고 얕은 걸로요. 수염이 닿는 걸 싫어하는 아이가 많아요. 그래도 안 마시면 병원에서 같이 얘기해 봐요. #고양이 #집사일기
> raon: 단풍이는 제 컵으로만 마셔요... 이것도 방법일까요
>> vet_seo: 컵을 하나 더 사서 ‘제 컵’인 척하시면 돼요
> hyunseo: 넓고 얕은 그릇 바로 주문했습니다. 감사해요!
> eunbi_3shift: 이거 저장. 콩가루는 수도꼭지파인데 전기세보다 수도세가 무서워요
> goeun: 선생님 최고. 고을이는 이미 세 군데인데 제 다이어리에 쏟은 물이 제일 맛있대요

= ara_jeju baram-window
민박집 창가에 동네 회색 고양이가 와서 앉아 있어요. 체크인은 안 했고요. @taeo 님네 바람이랑 닮았길래 올려 봅니다. #제주 #고양이
> taeo: 형제일지도 모릅니다. 조식 포함인가요
>> ara_jeju: 멸치 세 마리 포함입니다
> jiwoo_rail: 다음 달에 예약하면 이분도 계시나요
>> ara_jeju: 본인 마음이라 확답은 어려워요 😅

= theo toast-box
My new keyboard arrived. Correction: Toast's new box arrived, and it contained some kind of packaging with keys. #cats #keyboards
> keycap_jang: What board was it? Looks like a good box too
>> theo: A 66% with brass weight. The box is 100%.
> goeun: 고을이가 이 글을 좋아합니다

= eunji_reads
도서관 뒤뜰에 사는 고양이 이름을 공모했더니 어린이들이 보낸 후보: 반납, 연체, 사서, 책갈피, 김치. 투표 결과 ‘연체’가 됐습니다. 연체야, 밥 먹자. #고양이 #책
> seoyeon: 연체 ㅋㅋㅋㅋㅋㅋ 동네책방 지도에 연체 위치도 넣어 드릴까요
> junseo_dad: 우리 첫째가 김치에 투표했대요. 아깝다
> mallang: 연체 초상화 그려서 보내 드려도 돼요?
>> eunji_reads: 헐 너무요. 대출대 옆에 걸게요

= haru nabi-birthday week=4
나비 네 번째 생일. 고깔은 정확히 4초 썼고 그 안에 찍었습니다. 북어 케이크는 12초. #나비일기 #고양이
> minji_butler: 나비야 생일 축하해 🎂 두부 님도 축하한다고 (하품하심)
> raon: 축하해! 단풍이보다 한 살 형이었구나
> doyun: 4초면 초당 1년이네요. 의미 있다
> vet_seo: 건강하게 자라 줘서 고마워, 나비야
> goeun: 고깔 옆모습까지 완벽하다
> siwoo_bass: 생일 축하 베이스라인 치고 있었는데 아무도 못 들으셨죠

= goeun goeul-laundry weekend
빨래 널다 말고 발견한 배. 만졌더니 물렸습니다. 함정이었습니다. #고양이 #고을이
> haru: 배는 보라고 있는 거지 만지라고 있는 게 아니래요
> vet_seo: 교과서적인 함정이네요. 상처는 꼭 씻으세요!
> hyunseo: 알면서도 당하는 게 집사
`;
