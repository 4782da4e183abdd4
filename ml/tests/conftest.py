import csv
from pathlib import Path

import pytest
import torch
from PIL import Image

from maru_breed.labels import LABELS
from maru_breed.negatives import draw_negatives

torch.set_num_threads(1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of drawn pictures: six for training and one for validation per class."""
    folder = tmp_path / "data"
    drawn = draw_negatives(len(LABELS) * 7, 48, 7).pixels.permute(0, 2, 3, 1).numpy()
    folder.mkdir()
    with open(folder / "labels.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "class", "split", "detail", "source_repo", "licence"])
        for index, pixels in enumerate(drawn):
            label, split = LABELS[index // 7], "val" if index % 7 == 6 else "train"
            name = f"{split}-{index}.png"
            Image.fromarray(pixels).resize((60, 48)).save(folder / name)
            rows.writerow([name, label.folder, split, "", "drawn", "none"])
    return folder
