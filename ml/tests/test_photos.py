import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from maru_breed.photos import DEVIATION, MEAN, list_photos, normalise, open_photo, resize, stripes


def picture(width: int, height: int) -> Image.Image:
    y, x = np.mgrid[0:height, 0:width]
    waves = np.stack([np.sin(x / 9) + np.cos(y / 7), np.sin(x / 5), np.cos(y / 11)], -1)
    return Image.fromarray((waves * 60 + 127).clip(0, 255).astype(np.uint8))


@pytest.mark.parametrize("width,height", [(640, 480), (300, 500), (90, 64)])
def test_stretch_is_antialiased_bilinear(width: int, height: int) -> None:
    image = picture(width, height)
    whole = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1).float()[None]
    expected = F.interpolate(whole, (128, 128), mode="bilinear", antialias=True)[0].permute(1, 2, 0)
    found = torch.from_numpy(np.asarray(resize(image, 128, "stretch")).copy()).float()
    assert (found - expected).abs().max() <= 1.5


def test_cover_cuts_the_sides_and_contain_keeps_them() -> None:
    image = Image.new("RGB", (400, 200), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, 50, 200))
    assert np.asarray(resize(image, 64, "cover"))[:, :, 0].max() == 0
    contained = np.asarray(resize(image, 64, "contain"))
    assert contained[32, 2].tolist() == [255, 0, 0]
    assert contained[2, 32].tolist() == [round(value * 255) for value in MEAN]


def test_photos_are_turned_by_exif(tmp_path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture(60, 40).save(tmp_path / "turned.jpg", exif=exif)
    assert open_photo(tmp_path / "turned.jpg").size == (40, 60)


def test_normalise_centres_the_mean() -> None:
    pixels = torch.tensor(MEAN).view(1, 3, 1, 1).expand(1, 3, 4, 4) * 255
    assert normalise(pixels).abs().max() < 1e-5
    white = normalise(torch.full((1, 3, 1, 1), 255.0)).flatten()
    assert torch.allclose(white, (1 - torch.tensor(MEAN)) / torch.tensor(DEVIATION))


def test_stripes_are_what_the_page_says() -> None:
    pixels = stripes(160)[0]
    assert pixels[:, 0, 0].tolist() == [0, 0, 255]
    assert pixels[:, 159, 159].tolist() == [255, 255, 255]
    assert pixels[:, 3, 100].tolist() == [100 * 255 // 159, 3 * 255 // 159, 255]
    assert pixels[2, 0, 8] == 0


def test_an_unknown_class_stops_the_run(data) -> None:
    with open(data / "labels.csv", "a", encoding="utf-8") as file:
        file.write("x.jpg,Unicorn,train,,,\n")
    with pytest.raises(ValueError, match="Unicorn"):
        list_photos([data])
