import torch

from maru_breed.augment import augment, geometry, mix
from maru_breed.labels import NOT_CAT
from maru_breed.negatives import draw_negatives
from maru_breed.photos import DEVIATION, MEAN
from maru_breed.train import targets_of


def test_shape_and_range_stay() -> None:
    dice = torch.Generator().manual_seed(3)
    pictures = draw_negatives(24, 72, 3)
    batch = augment(pictures, torch.arange(24), 64, 1.0, dice)
    shown = batch * torch.tensor(DEVIATION).view(1, 3, 1, 1) + torch.tensor(MEAN).view(1, 3, 1, 1)
    assert batch.shape == (24, 3, 64, 64)
    assert shown.min() >= -1e-4 and shown.max() <= 1 + 1e-4


def test_the_same_dice_give_the_same_pictures() -> None:
    pictures = draw_negatives(8, 72, 3)
    first, second = (
        augment(pictures, torch.arange(8), 64, 1.0, torch.Generator().manual_seed(5)) for _ in range(2)
    )
    assert torch.equal(first, second)


def test_geometry_keeps_one_colour() -> None:
    pixels = torch.full((4, 3, 72, 72), 90, dtype=torch.uint8).contiguous(memory_format=torch.channels_last)
    moved = geometry(pixels, torch.tensor([0.5, 1.0, 1.5, 2.0]), 64, 1.0, torch.Generator().manual_seed(1))
    assert (moved == 90).all()


def test_mixed_targets_remain_chances() -> None:
    dice = torch.Generator().manual_seed(2)
    targets = targets_of(torch.arange(8) % 14, 0.1)
    for _ in range(20):
        batch, mixed = mix(torch.rand(8, 3, 32, 32), targets, 1.0, dice)
        assert batch.shape == (8, 3, 32, 32)
        assert torch.allclose(mixed.sum(1), torch.ones(8), atol=1e-5) and (mixed >= 0).all()


def test_negatives_are_no_cats_and_differ_by_seed() -> None:
    one, other = draw_negatives(16, 40, 1), draw_negatives(16, 40, 2)
    assert (one.label == NOT_CAT).all()
    assert not torch.equal(one.pixels, other.pixels)
    assert torch.equal(one.pixels, draw_negatives(16, 40, 1).pixels)
