"""From logits to figures: the verdict rule of CARD.md and how often it is right."""

from dataclasses import dataclass

import torch

from .labels import BREEDS, NOT_CAT, ORDINARY


@dataclass(frozen=True)
class Rule:
    temperature: float
    cat: float
    not_cat: float


def share(mask: torch.Tensor) -> float:
    return round(mask.float().mean().item(), 4) if len(mask) else 0.0


def is_breed(label: torch.Tensor) -> torch.Tensor:
    return torch.isin(label, torch.tensor(BREEDS))


def calibration_error(confidence: torch.Tensor, right: torch.Tensor, bins: int = 15) -> float:
    """Mean distance between how sure and how often right, over bins of equal width."""
    bin_of = (confidence * bins).long().clamp(max=bins - 1)
    error = 0.0
    for index in range(bins):
        inside = bin_of == index
        if inside.any():
            gap = confidence[inside].mean() - right[inside].float().mean()
            error += abs(gap.item()) * inside.float().mean().item()
    return round(error, 4)


def calibration_floor(confidence: torch.Tensor, times: int = 300) -> float:
    """The calibration error that so few photos show on average even when every confidence is right as often as it says."""
    dice = torch.Generator().manual_seed(1)
    errors = [
        calibration_error(confidence, torch.rand(len(confidence), generator=dice) < confidence)
        for _ in range(times)
    ]
    return round(sum(errors) / times, 4)


def describe(logits: torch.Tensor, label: torch.Tensor) -> dict[str, float]:
    """Figures that need no temperature and no threshold: for the log of a run and for choosing."""
    breeds = is_breed(label)
    among = logits[breeds][:, BREEDS]
    hits = among.topk(5, 1).indices == label[breeds].unsqueeze(1)
    named = is_breed(logits.argmax(1))
    return {
        "top1": share(hits[:, 0]),
        "top5": share(hits.any(1)),
        "nll": round(torch.nn.functional.cross_entropy(among, label[breeds]).item(), 4),
        "notCatNamed": share(named[label == NOT_CAT]),
        "ordinaryNamed": share(named[label == ORDINARY]),
        "breedLost": share(~named[breeds]),
    }


def verdicts(logits: torch.Tensor, rule: Rule) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Per picture: refused as not a cat; named as a breed; the chances, all outputs."""
    chance = torch.softmax(logits / rule.temperature, 1)
    refused = chance[:, NOT_CAT] >= rule.not_cat
    best = chance[:, BREEDS].max(1).values
    return refused, ~refused & (best >= rule.cat) & (chance[:, ORDINARY] <= best), chance


def measure(logits: torch.Tensor, label: torch.Tensor, rule: Rule) -> dict[str, float]:
    """What a person sees: candidates of a refused picture count as wrong."""
    refused, named, chance = verdicts(logits, rule)
    breeds = is_breed(label)
    hits = chance[:, BREEDS].topk(5, 1).indices == label.unsqueeze(1)
    right = hits[:, 0] & ~refused
    shown = breeds & ~refused
    best = chance[:, BREEDS].max(1).values
    return {
        "top1": share(right[breeds]),
        "top5": share((hits.any(1) & ~refused)[breeds]),
        "answered": share(named[breeds]),
        "answeredRight": share(right[breeds & named]),
        "calibrationError": calibration_error(best[shown], right[shown]),
        "notCatNamed": share(named[label == NOT_CAT]),
        "notCatNotRefused": share(~refused[label == NOT_CAT]),
        "ordinaryNamed": share(named[label == ORDINARY]),
        "breedRefused": share(refused[breeds]),
    }
