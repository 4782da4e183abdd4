"""Writes `report.md`: what the exported file answers on the validation split."""

from dataclasses import replace

import torch

from .figures import Rule, is_breed, measure, verdicts
from .labels import BREEDS, LABELS, NOT_CAT, ORDINARY

MEANING = {
    "top1": "first candidate right (12 breeds)",
    "top5": "right one among five candidates",
    "answered": "breeds' photos with verdict `cat`",
    "answeredRight": "of those, right",
    "calibrationError": "calibration error, 15 bins",
    "notCatNamed": "not-cats with verdict `cat`",
    "notCatNotRefused": "not-cats without verdict `not-a-cat`",
    "ordinaryNamed": "ordinary cats with verdict `cat`",
    "breedRefused": "breeds' photos with verdict `not-a-cat`",
}


def table(head: list[str], rows: list[list]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def percent(value: float) -> str:
    return f"{value * 100:.1f} %"


def per_class(logits: torch.Tensor, label: torch.Tensor, rule: Rule) -> str:
    refused, named, chance = verdicts(logits, rule)
    first = torch.tensor(BREEDS)[chance[:, BREEDS].argmax(1)]
    rows = []
    for index in BREEDS:
        own, called = label == index, named & (first == index)
        right = (first[own & ~refused] == index).sum().item() / max(1, own.sum().item())
        wrong = first[own & ~refused & (first != index)].bincount(minlength=len(LABELS))
        taken = [
            f"{LABELS[i].english} {wrong[i]}" for i in wrong.argsort(descending=True)[:2].tolist() if wrong[i]
        ]
        answered = named[own].float().mean().item()
        sure = (label[called] == index).float().mean().item() if called.any() else 0.0
        rows.append(
            [
                LABELS[index].english,
                int(own.sum()),
                percent(right),
                percent(answered),
                percent(sure),
                ", ".join(taken),
            ]
        )
    return table(["breed", "photos", "first", "named", "names right", "taken for"], rows)


def confusions(logits: torch.Tensor, label: torch.Tensor) -> str:
    """Rows: what it is; columns: the largest of all outputs."""
    first = logits.argmax(1)
    rows = []
    for index, name in enumerate(LABELS):
        counts = first[label == index].bincount(minlength=len(LABELS)).tolist()
        rows.append([name.id, *[count or "·" for count in counts]])
    return table(["", *[label.english[:4] for label in LABELS]], rows)


def reliability(logits: torch.Tensor, label: torch.Tensor, rule: Rule) -> str:
    refused, _, chance = verdicts(logits, rule)
    kept = is_breed(label) & ~refused
    best = chance[kept][:, BREEDS].max(1)
    right = torch.tensor(BREEDS)[best.indices] == label[kept]
    rows = []
    for low in torch.arange(0, 1, 0.1).tolist():
        inside = (best.values >= low) & (best.values < low + 0.1 + (1e-3 if low > 0.85 else 0))
        if inside.any():
            mean = best.values[inside].mean().item()
            rows.append(
                [
                    f"{low:.1f} to {low + 0.1:.1f}",
                    int(inside.sum()),
                    percent(mean),
                    percent(right[inside].float().mean().item()),
                ]
            )
    return table(["confidence", "photos", "mean", "right"], rows)


def cells(found: dict[str, float], keys: list[str]) -> list[str]:
    return [percent(found[key]) for key in keys]


def thresholds(logits: torch.Tensor, label: torch.Tensor, rule: Rule) -> str:
    """Both thresholds, each with the other as chosen."""
    steps = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
    named = ["answered", "answeredRight", "notCatNamed", "ordinaryNamed"]
    refused = ["breedRefused", "notCatNotRefused", "top5"]
    cat = [measure(logits, label, replace(rule, cat=at)) for at in steps]
    not_cat = [measure(logits, label, replace(rule, not_cat=at)) for at in steps]
    return "\n\n".join(
        [
            table(
                ["`cat.breed`", "answered", "right", "not-cats named", "ordinary named"],
                [[at, *cells(found, named)] for at, found in zip(steps, cat, strict=True)],
            ),
            table(
                ["`notCat`", "breeds refused", "not-cats not refused", "right among five"],
                [[at, *cells(found, refused)] for at, found in zip(steps, not_cat, strict=True)],
            ),
        ]
    )


def write_report(logits: torch.Tensor, label: torch.Tensor, rule: Rule, facts: list[str]) -> str:
    found = measure(logits, label, rule)
    ordinary, without = (int((label == index).sum()) for index in (ORDINARY, NOT_CAT))
    counts = (
        f"{int(is_breed(label).sum())} photos of breeds, {ordinary} of ordinary cats, {without} without a cat"
    )
    measured = (
        f"Measured on the validation split ({counts}), with the exported 8-bit file, through ONNX Runtime, mirror "
        "image included. View, temperature and thresholds were chosen on the same pictures: expect less elsewhere."
    )
    parts = [
        "# Report of the breed model",
        measured,
        "\n".join(f"- {fact}" for fact in facts),
        "## Figures",
        table(["", "validation"], [[MEANING[key], percent(value)] for key, value in found.items()]),
        f"Temperature {rule.temperature:.3f}, `cat.breed` {rule.cat:.2f}, `notCat` {rule.not_cat:.2f}.",
        "## Breeds",
        per_class(logits, label, rule),
        "## Largest output",
        confusions(logits, label),
        "## Confidence of the first candidate",
        reliability(logits, label, rule),
        "## Other thresholds",
        thresholds(logits, label, rule),
    ]
    return "\n\n".join(parts) + "\n"
