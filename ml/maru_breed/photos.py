"""Reads data folders (labels.csv beside the pictures) and prepares pictures as the server does."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps

from .labels import BY_NAME

# Fixed, not measured: what the data says differs by less than the exposure of two photos.
MEAN = (0.48, 0.45, 0.41)
DEVIATION = (0.26, 0.26, 0.26)


@dataclass(frozen=True)
class Photo:
    path: Path
    label: int
    split: str
    detail: str


@dataclass
class Pictures:
    """Photos decoded once and squashed to one square size; `aspect` is width / height as it was."""

    pixels: torch.Tensor  # n × 3 × side × side, uint8
    aspect: torch.Tensor
    label: torch.Tensor


def list_photos(folders: list[Path]) -> list[Photo]:
    """All photos of the folders; a class that the network has no output for stops the run."""
    photos = []
    for folder in folders:
        with open(folder / "labels.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["class"] not in BY_NAME:
                    raise ValueError(f"{folder}/labels.csv: unknown class {row['class']!r} of {row['file']}")
                photos.append(
                    Photo(folder / row["file"], BY_NAME[row["class"]], row["split"], row.get("detail") or "")
                )
    return photos


def open_photo(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def resize(image: Image.Image, size: int, rule: str) -> Image.Image:
    """To size × size by a rule of the card; antialiased bilinear, like sharp's `kernel: 'linear'`."""
    width, height = image.size
    if rule == "stretch":
        return image.resize((size, size), Image.Resampling.BILINEAR)
    if rule == "cover":
        side = min(width, height)
        left, top = (width - side) / 2, (height - side) / 2
        return image.resize((size, size), Image.Resampling.BILINEAR, (left, top, left + side, top + side))
    scale = size / max(width, height)
    small = image.resize(
        (max(1, round(width * scale)), max(1, round(height * scale))), Image.Resampling.BILINEAR
    )
    canvas = Image.new("RGB", (size, size), tuple(round(value * 255) for value in MEAN))
    canvas.paste(small, ((size - small.width) // 2, (size - small.height) // 2))
    return canvas


def blank(count: int, side: int) -> torch.Tensor:
    """Channels last, so that one picture can be handed to OpenCV as it lies."""
    return torch.empty((count, 3, side, side), dtype=torch.uint8, memory_format=torch.channels_last)


def load(photos: list[Photo], side: int, rule: str = "stretch") -> Pictures:
    pixels = blank(len(photos), side)
    aspect = torch.empty(len(photos))
    for index, photo in enumerate(photos):
        image = open_photo(photo.path)
        aspect[index] = image.width / image.height
        pixels[index] = torch.from_numpy(np.asarray(resize(image, side, rule)).copy()).permute(2, 0, 1)
    return Pictures(pixels, aspect, torch.tensor([photo.label for photo in photos]))


def normalise(pixels: torch.Tensor) -> torch.Tensor:
    """Pixels (0 to 255) as the network takes them."""
    mean, deviation = (torch.tensor(value).view(1, 3, 1, 1) for value in (MEAN, DEVIATION))
    return ((pixels.float() / 255 - mean) / deviation).contiguous(memory_format=torch.channels_last)


def stripes(size: int) -> torch.Tensor:
    """The computed picture that a card's check is about (see CARD.md)."""
    step = torch.arange(size)
    red = (step * 255 // (size - 1)).view(1, size).expand(size, size)
    green = (step * 255 // (size - 1)).view(size, 1).expand(size, size)
    blue = 255 * ((step.view(size, 1) // 8 + step.view(1, size) // 8) % 2 == 0)
    return torch.stack([red, green, blue]).to(torch.uint8).unsqueeze(0)
