import torch

from maru_breed.muon import Muon, orthogonal


def test_every_direction_becomes_about_one() -> None:
    torch.manual_seed(1)
    for shape in ((16, 90), (90, 16), (32, 32)):
        found = torch.linalg.svdvals(
            orthogonal(torch.randn(shape) @ torch.diag(torch.logspace(0, -1, shape[1])))
        )
        assert found.max() < 1.3 and found.median() > 0.6


def test_it_goes_down() -> None:
    torch.manual_seed(2)
    goal = torch.randn(8, 4, 3, 3)
    weight = torch.nn.Parameter(torch.zeros_like(goal))
    optimiser = Muon([weight], lr=0.05, weight_decay=0.0)
    for _ in range(200):
        optimiser.zero_grad()
        loss = (weight - goal).square().mean()
        loss.backward()
        optimiser.step()
    assert loss < 0.05 * goal.square().mean()
