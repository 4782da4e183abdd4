import torch

from maru_breed.calibrate import calibrate, choose_not_cat, fit_temperature
from maru_breed.figures import Rule, calibration_error, calibration_floor, measure, verdicts
from maru_breed.labels import NOT_CAT, ORDINARY


def certain(index: int, by: float = 9.0) -> torch.Tensor:
    logits = torch.zeros(14)
    logits[index] = by
    return logits


def test_each_verdict() -> None:
    torn = torch.zeros(14)
    torn[0] = torn[ORDINARY] = 6.0
    torn[ORDINARY] += 0.1
    logits = torch.stack([certain(2), certain(NOT_CAT), torch.zeros(14), torn])
    refused, named, _ = verdicts(logits, Rule(1.0, 0.4, 0.5))
    assert refused.tolist() == [False, True, False, False]
    assert named.tolist() == [True, False, False, False]


def test_a_refused_cat_has_no_candidates() -> None:
    logits = torch.stack([certain(2), certain(NOT_CAT) + certain(3, 8.0)])
    found = measure(logits, torch.tensor([2, 3]), Rule(1.0, 0.5, 0.5))
    assert found["top1"] == found["top5"] == found["breedRefused"] == 0.5


def test_calibration_error_is_the_gap() -> None:
    right = torch.tensor([True] * 7 + [False] * 3)
    assert calibration_error(torch.full((10,), 0.7), right) < 1e-4
    assert abs(calibration_error(torch.full((10,), 0.9), right) - 0.2) < 1e-4


def test_the_temperature_is_found_again() -> None:
    torch.manual_seed(1)
    logits = torch.randn(6000, 14) * 2
    logits[:, 12:] -= 50
    label = torch.distributions.Categorical(logits=logits).sample()
    assert abs(fit_temperature(logits * 1.7, label) - 1.7) < 0.15


def test_thresholds_leave_room() -> None:
    torch.manual_seed(2)
    label = torch.arange(1400) % 14
    logits = torch.randn(1400, 14) + torch.nn.functional.one_hot(label, 14) * 3.5
    rule = calibrate(logits, label)
    assert measure(logits, label, rule)["answeredRight"] >= 0.9
    assert 0.3 <= choose_not_cat(logits, label, rule.temperature) < 0.9


def test_few_photos_show_an_error_that_is_none() -> None:
    sure = torch.linspace(0.3, 0.99, 200)
    few, many = calibration_floor(sure), calibration_floor(sure.repeat(50))
    assert 0.02 < few < 0.2
    assert many < few / 3
