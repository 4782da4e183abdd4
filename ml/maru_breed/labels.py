"""The fourteen outputs of the network, in output order."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    id: str
    kind: str
    korean: str
    english: str
    folder: str  # the class's name in labels.csv


LABELS = [
    Label("abyssinian", "breed", "아비시니안", "Abyssinian", "Abyssinian"),
    Label("bengal", "breed", "벵갈", "Bengal", "Bengal"),
    Label("birman", "breed", "버만", "Birman", "Birman"),
    Label("bombay", "breed", "봄베이", "Bombay", "Bombay"),
    Label("british-shorthair", "breed", "브리티시 쇼트헤어", "British Shorthair", "British_Shorthair"),
    Label("egyptian-mau", "breed", "이집션 마우", "Egyptian Mau", "Egyptian_Mau"),
    Label("maine-coon", "breed", "메인쿤", "Maine Coon", "Maine_Coon"),
    Label("persian", "breed", "페르시안", "Persian", "Persian"),
    Label("ragdoll", "breed", "랙돌", "Ragdoll", "Ragdoll"),
    Label("russian-blue", "breed", "러시안 블루", "Russian Blue", "Russian_Blue"),
    Label("siamese", "breed", "샴", "Siamese", "Siamese"),
    Label("sphynx", "breed", "스핑크스", "Sphynx", "Sphynx"),
    Label("ordinary-cat", "ordinary", "코리안 숏헤어/믹스", "Mixed or no breed", "ordinary_cat"),
    Label("not-cat", "not-cat", "고양이가 아님", "Not a cat", "not_cat"),
]

BREEDS = [index for index, label in enumerate(LABELS) if label.kind == "breed"]
ORDINARY = next(index for index, label in enumerate(LABELS) if label.kind == "ordinary")
NOT_CAT = next(index for index, label in enumerate(LABELS) if label.kind == "not-cat")
BY_NAME = {name: index for index, label in enumerate(LABELS) for name in (label.folder, label.id)}
