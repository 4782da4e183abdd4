"""Chooses the temperature and the two thresholds on the validation split."""

import torch

from .figures import Rule, is_breed, measure, share, verdicts
from .labels import BREEDS, NOT_CAT

SURE_ENOUGH = 0.90  # the aim is 0.88; a threshold chosen on some 300 pictures needs room
GRID = torch.arange(0.30, 0.90, 0.01).tolist()


def fit_temperature(logits: torch.Tensor, label: torch.Tensor) -> float:
    """
    The one under which the breeds' photos are likeliest. Being as sure on average as one is right on these pictures would be surer than
    that: they have chosen the network, and pictures from elsewhere are harder.
    """
    breeds = is_breed(label)

    def cost(temperature: float) -> float:
        return torch.nn.functional.cross_entropy(logits[breeds] / temperature, label[breeds]).item()

    return min(torch.logspace(-0.7, 0.5, 240).tolist(), key=cost)


def choose_not_cat(logits: torch.Tensor, label: torch.Tensor, temperature: float) -> float:
    """
    Fewest errors of both sorts by share, a cat refused counting four times; of about equally good ones, the middle.
    """
    chance = torch.softmax(logits / temperature, 1)[:, NOT_CAT]
    breeds, others = is_breed(label), label == NOT_CAT
    errors = [4 * share(chance[breeds] >= at) + share(chance[others] < at) for at in GRID]
    best = [at for at, error in zip(GRID, errors, strict=True) if error <= min(errors) + 0.005]
    return best[len(best) // 2]


def choose_cat(logits: torch.Tensor, label: torch.Tensor, temperature: float, not_cat: float) -> float:
    """
    The lowest at which names are right often enough, by count and by the mean confidence alike: the count alone
    follows the luck of a few pictures.
    """
    breeds = is_breed(label)
    for at in GRID:
        rule = Rule(temperature, at, not_cat)
        _, named, chance = verdicts(logits, rule)
        sure = chance[:, BREEDS].max(1).values[breeds & named]
        if (
            len(sure)
            and min(measure(logits, label, rule)["answeredRight"], sure.mean().item()) >= SURE_ENOUGH
        ):
            return at
    return GRID[-1]


def calibrate(logits: torch.Tensor, label: torch.Tensor) -> Rule:
    temperature = fit_temperature(logits, label)
    not_cat = choose_not_cat(logits, label, temperature)
    return Rule(temperature, choose_cat(logits, label, temperature, not_cat), not_cat)
