"""Writes and checks the card beside the weights (see CARD.md)."""

import hashlib
import json
from pathlib import Path

import jsonschema

from .export import INPUT, OUTPUT, open_session, run
from .figures import Rule
from .labels import LABELS
from .photos import DEVIATION, MEAN, normalise, stripes

SCHEMA = Path(__file__).parent.parent / "card.schema.json"
# Wide enough for another processor's rounding, narrow enough for swapped channels.
TOLERANCE = 0.25

LICENCE = "CC-BY-SA-4.0"
ATTRIBUTION = [
    (
        'Oxford-IIIT Pet: O. M. Parkhi, A. Vedaldi, A. Zisserman, C. V. Jawahar, "Cats and Dogs", IEEE CVPR 2012, '
        "https://www.robots.ox.ac.uk/~vgg/data/pets/, CC BY-SA 4.0; the copyright of the pictures remains with their "
        "owners. Pictures were made smaller and near-duplicates removed."
    ),
    "Caltech-101: L. Fei-Fei, R. Fergus, P. Perona, CVPR workshop 2004, CC BY 4.0.",
    "COCO: T.-Y. Lin et al., ECCV 2014; pictures under CC BY 2.0, CC BY-SA 2.0 or without known restrictions.",
    "maxogden/cats: cat photos under the BSD licence; photos of one cat by calvinmetcalf.",
]
LIMITS = [
    "Knows twelve breeds. Every other breed gets, at best, no name.",
    "Most cats are of no breed. A breed named here is a likeness, never a proof; only papers prove a breed.",
    (
        "Learned from about 130 photos per breed, mostly of show and pet cats in good light, and from about 70 photos of "
        "ordinary cats: black ordinary cats are taken for Bombay, pointed ones for Siamese or Birman more often than the figures here say."
    ),
    (
        "The pictures it was measured on come from the same collection as those it learned from and may show the same cats: "
        "the figures are optimistic for photos from elsewhere."
    ),
    "Judges the whole picture: of several cats, or a cat far away, it says little. Drawings and toys are not reliably told from cats.",
    "Not for decisions about an animal: not for health, origin, price or insurance.",
]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(folder: Path, size: int, rule: str, version: str, chosen: Rule, metrics: list[dict]) -> dict:
    """Reads the weights that lie in the folder for the digest and the check."""
    model = folder / "model.onnx"
    logits = run(open_session(model), normalise(stripes(size)))[0].tolist()
    card = {
        "format": 1,
        "name": "maru-breed",
        "version": version,
        "model": model.name,
        "sha256": digest(model),
        "labels": [
            {"id": label.id, "kind": label.kind, "name": {"ko": label.korean, "en": label.english}}
            for label in LABELS
        ],
        "input": {
            "name": INPUT,
            "size": size,
            "colour": "rgb",
            "mean": list(MEAN),
            "deviation": list(DEVIATION),
            "resize": {"rule": rule, "kernel": "linear"},
            "flip": True,
        },
        "output": {"name": OUTPUT},
        "temperature": round(chosen.temperature, 4),
        "thresholds": {"cat": {"breed": round(chosen.cat, 3)}, "notCat": round(chosen.not_cat, 3)},
        "metrics": metrics,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "limits": LIMITS,
        "check": {
            "input": "stripes",
            "logits": [round(value, 4) for value in logits],
            "tolerance": TOLERANCE,
        },
    }
    (folder / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return card


def check_folder(folder: Path) -> float:
    """Raises where card and weights do not fit; answers how far the check's logits are from the card's."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    jsonschema.validate(card, json.loads(SCHEMA.read_text(encoding="utf-8")))
    model = folder / card["model"]
    if digest(model) != card["sha256"]:
        raise ValueError(f"{model}: not the file that the card describes")
    expected = card["check"]["logits"]
    if len(expected) != len(card["labels"]):
        raise ValueError(f"{folder}: {len(card['labels'])} labels but {len(expected)} logits in the check")
    found = run(open_session(model), normalise(stripes(card["input"]["size"])))[0].tolist()
    difference = max(abs(one - other) for one, other in zip(found, expected, strict=True))
    if difference > card["check"]["tolerance"]:
        raise ValueError(f"{model}: the check differs by {difference:.3f}")
    return difference
