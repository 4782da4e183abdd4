"""Augmentation of a whole batch at once: geometry, colour, erasing, mixing."""

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from .photos import Pictures, normalise


def uniform(count: int, low: float, high: float, dice: torch.Generator) -> torch.Tensor:
    return torch.rand(count, generator=dice) * (high - low) + low


def some(count: int, probability: float, dice: torch.Generator) -> torch.Tensor:
    return torch.rand(count, generator=dice) < probability


def geometry(pixels: torch.Tensor, aspect: torch.Tensor, size: int, strength: float, dice: torch.Generator):
    """Random part (also a little more than the whole: the rim is mirrored), turned, sheared, mirrored."""
    n = len(pixels)
    area = uniform(n, 0.2, 1.2, dice)
    ratio = torch.exp(uniform(n, -0.3, 0.3, dice)) * aspect.sqrt()
    wide = (area * ratio / aspect).sqrt().clamp(max=1.2)
    high = (area / ratio * aspect).sqrt().clamp(max=1.2)
    turn = uniform(n, -0.35, 0.35, dice) * some(n, 0.6, dice) * strength
    shear = uniform(n, -0.2, 0.2, dice) * some(n, 0.3, dice) * strength
    mirror = 1 - 2.0 * some(n, 0.5, dice)
    left = uniform(n, -1, 1, dice) * (1 - wide).clamp(min=0.05)
    top = uniform(n, -1, 1, dice) * (1 - high).clamp(min=0.05)
    x, y = wide * aspect * mirror, high
    # From the new picture's (-1 to 1) to the old picture's, then both in pixels.
    matrix = torch.stack(
        [
            torch.stack([turn.cos() * x / aspect, (shear - turn.sin()) * y / aspect, left], 1),
            torch.stack([turn.sin() * x, turn.cos() * y, top], 1),
        ],
        1,
    )
    side = pixels.shape[-1]
    to_old = matrix[:, :, :2] * (side / size)
    offset = (matrix[:, :, 2:] + 1) * side / 2 - 0.5 + to_old.sum(2, keepdim=True) * (0.5 - size / 2)
    moves = torch.cat([to_old, offset], 2).double().numpy()
    old = pixels.permute(0, 2, 3, 1).numpy()
    new = np.empty((n, size, size, 3), np.uint8)
    for index in range(n):
        cv2.warpAffine(
            old[index],
            moves[index],
            (size, size),
            dst=new[index],
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REFLECT_101,
        )
    return torch.from_numpy(new).permute(0, 3, 1, 2).float()


def colour(pixels: torch.Tensor, strength: float, dice: torch.Generator) -> torch.Tensor:
    """Exposure, contrast, saturation and tint in one matrix per picture; some become grey. 0 to 255 in and out."""
    n = len(pixels)
    grey = torch.tensor([0.299, 0.587, 0.114]).expand(3, 3)
    saturation = 1 + uniform(n, -0.5, 0.5, dice) * strength
    saturation = torch.where(some(n, 0.05, dice), torch.zeros(n), saturation).view(n, 1, 1)
    tint = 1 + uniform(n * 3, -0.1, 0.1, dice).view(n, 3, 1) * strength
    contrast = (1 + uniform(n, -0.4, 0.4, dice) * strength).view(n, 1, 1)
    light = (uniform(n, -40, 40, dice) * strength).view(n, 1, 1)
    matrix = (saturation * torch.eye(3) + (1 - saturation) * grey) * tint * contrast
    offset = light + 118 * (1 - contrast)
    flat = torch.baddbmm(offset.expand(n, 3, 1), matrix, pixels.reshape(n, 3, -1))
    return flat.view_as(pixels).clamp_(0, 255)


def blur(pixels: torch.Tensor, probability: float, dice: torch.Generator) -> torch.Tensor:
    """Some pictures lose detail, as those taken from far away have."""
    chosen = some(len(pixels), probability, dice)
    if chosen.any():
        size = pixels.shape[-1]
        small = F.interpolate(pixels[chosen], scale_factor=0.5, mode="area")
        pixels[chosen] = F.interpolate(small, size=(size, size), mode="bilinear")
    return pixels


def erase(pixels: torch.Tensor, probability: float, dice: torch.Generator) -> torch.Tensor:
    size = pixels.shape[-1]
    for index in torch.nonzero(some(len(pixels), probability, dice)).flatten().tolist():
        high, wide = (int(value) for value in uniform(2, 0.12 * size, 0.45 * size, dice))
        top, left = (int(value) for value in torch.rand(2, generator=dice) * (size - max(high, wide)))
        shade = torch.randint(0, 256, (3, 1, 1), generator=dice).float()
        pixels[index, :, top : top + high, left : left + wide] = shade
    return pixels


def mix(batch: torch.Tensor, targets: torch.Tensor, probability: float, dice: torch.Generator):
    """Cutmix or mixup of the batch with itself, turned by one; targets mixed by the same share."""
    if torch.rand(1, generator=dice).item() >= probability:
        return batch, targets
    size = batch.shape[-1]
    if torch.rand(1, generator=dice).item() < 0.5:
        share = 0.5 + 0.5 * torch.rand(1, generator=dice).item() ** 0.5
        batch = batch * share + batch.roll(1, 0) * (1 - share)
    else:
        side = int(size * (1 - torch.rand(1, generator=dice).item()) ** 0.5 * 0.9)
        top, left = torch.randint(0, size - side + 1, (2,), generator=dice).tolist()
        batch = batch.clone()
        box = (slice(None), slice(None), slice(top, top + side), slice(left, left + side))
        batch[box] = batch.roll(1, 0)[box]
        share = 1 - (side / size) ** 2
    return batch, targets * share + targets.roll(1, 0) * (1 - share)


def augment(pictures: Pictures, chosen: torch.Tensor, size: int, strength: float, dice: torch.Generator):
    """The chosen pictures at the network's size, normalised; strength 0 to 1."""
    pixels = geometry(pictures.pixels[chosen], pictures.aspect[chosen], size, strength, dice)
    pixels = colour(pixels, strength, dice)
    pixels = blur(pixels, 0.1 * strength, dice)
    return normalise(erase(pixels, 0.25 * strength, dice))
