"""An optimiser for convolutions: momentum made orthogonal, so that every direction learns as fast as the loudest."""

import torch

# Newton-Schulz steps towards the nearest orthogonal matrix; these coefficients give about 1 in five steps.
COEFFICIENTS, STEPS = (3.4445, -4.7750, 2.0315), 5


def orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    a, b, c = COEFFICIENTS
    tall = matrix.shape[0] > matrix.shape[1]
    x = (matrix.T if tall else matrix).bfloat16()
    x = x / (x.norm() + 1e-7)
    for _ in range(STEPS):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return (x.T if tall else x).float()


class Muon(torch.optim.Optimizer):
    """Steps as long as Adam's would be, so that rates and decays can be shared with it."""

    def __init__(self, weights: list[torch.Tensor], lr: float, weight_decay: float, momentum: float = 0.95):
        super().__init__(weights, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                if "speed" not in state:
                    state["speed"] = torch.zeros_like(weight.grad)
                speed = state["speed"].lerp_(weight.grad, 1 - group["momentum"])
                ahead = weight.grad.lerp(speed, group["momentum"])
                flat = ahead.reshape(len(ahead), -1)
                length = 0.2 * max(flat.shape) ** 0.5
                weight.mul_(1 - group["lr"] * group["weight_decay"])
                weight.add_(orthogonal(flat).view(weight.shape), alpha=-group["lr"] * length)
