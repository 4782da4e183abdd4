"""A small residual network; full 3×3 convolutions, because those are what a CPU trains fastest per accuracy."""

import torch
from torch import nn


class Squeeze(nn.Module):
    """Weighs the channels by what the whole picture shows."""

    def __init__(self, width: int):
        super().__init__()
        self.down = nn.Conv2d(width, max(8, width // 8), 1)
        self.up = nn.Conv2d(max(8, width // 8), width, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        weight = self.up(torch.relu(self.down(x.mean((2, 3), keepdim=True))))
        return x * torch.sigmoid(weight)


class Block(nn.Module):
    def __init__(self, before: int, width: int, stride: int, drop: float):
        super().__init__()
        self.first = nn.Conv2d(before, width, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(width)
        self.second = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(width)
        # On large maps the weighing costs more time than it brings.
        self.squeeze = Squeeze(width) if width >= 128 else nn.Identity()
        self.drop = drop
        self.shortcut = nn.Identity()
        if stride > 1 or before != width:
            self.shortcut = nn.Sequential(
                nn.AvgPool2d(stride) if stride > 1 else nn.Identity(),
                nn.Conv2d(before, width, 1, bias=False),
                nn.BatchNorm2d(width),
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = torch.relu(self.first_norm(self.first(x)))
        y = self.squeeze(self.second_norm(self.second(y)))
        if self.training and self.drop > 0:
            keep = (torch.rand(len(y), 1, 1, 1) >= self.drop).to(y.dtype) / (1 - self.drop)
            y = y * keep
        return torch.relu(self.shortcut(x) + y)


class Network(nn.Module):
    """`widths`: one block each, halving the picture; `depths`: how many blocks of that width."""

    def __init__(self, labels: int, widths=(48, 96, 192), depths=(1, 2, 2), stem=32, drop=0.05):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, stem, 3, 2, 1, bias=False), nn.BatchNorm2d(stem), nn.ReLU(inplace=True)
        )
        blocks, before, total, done = [], stem, sum(depths), 0
        for width, depth in zip(widths, depths, strict=True):
            for index in range(depth):
                done += 1
                blocks.append(Block(before, width, 2 if index == 0 else 1, drop * done / total))
                before = width
        self.blocks = nn.Sequential(*blocks)
        self.last = nn.Linear(before, labels)
        self.dropout = nn.Dropout(0.2)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        for block in blocks:
            nn.init.zeros_(block.second_norm.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        features = self.blocks(self.stem(x)).mean((2, 3))
        return self.last(self.dropout(features))


class Together(nn.Module):
    """Several networks as one, which answers the mean of their logits: steadier, and less sure where they disagree."""

    def __init__(self, members: list[Network]):
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.stack([member(x) for member in self.members]).mean(0)
