"""Pictures without a cat that a program can make: what people send by mistake, and what no data set has."""

import random

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .labels import NOT_CAT
from .photos import Pictures, blank

Colour = tuple[int, int, int]
WORDS = [
    "오늘",
    "고양이",
    "사진",
    "보기",
    "설정",
    "알림",
    "검색",
    "저장",
    "취소",
    "확인",
    "공유",
    "Settings",
    "Messages",
    "Search",
    "Save",
    "Cancel",
    "Home",
    "Total",
    "12,300",
    "3:45",
    "PM",
    "68%",
    "Login",
    "Password",
    "Welcome",
    "Reply",
    "Share",
    "Like",
    "Photos",
]


def any_colour(dice: random.Random) -> Colour:
    return dice.randrange(256), dice.randrange(256), dice.randrange(256)


def flat(side: int, dice: random.Random) -> Image.Image:
    return Image.new("RGB", (side, side), any_colour(dice))


def gradient(side: int, dice: random.Random) -> Image.Image:
    first, second = np.array(any_colour(dice)), np.array(any_colour(dice))
    y, x = np.mgrid[0:side, 0:side] / side
    turn = dice.uniform(0, 6.3)
    share = np.clip(0.5 + (x - 0.5) * np.cos(turn) + (y - 0.5) * np.sin(turn), 0, 1)[..., None]
    return Image.fromarray((first * (1 - share) + second * share).astype(np.uint8))


def noise(side: int, dice: random.Random) -> Image.Image:
    """From single pixels to clouds: the exponent says how fast fine detail fades; 1 to 2 is like nature's."""
    source = np.random.default_rng(dice.randrange(2**32))
    rows, columns = np.meshgrid(np.fft.fftfreq(side), np.fft.fftfreq(side), indexing="ij")
    fade = np.maximum(np.hypot(rows, columns), 1 / side) ** -dice.uniform(0, 2)
    waves = np.fft.fft2(source.standard_normal((side, side, 3)), axes=(0, 1)) * fade[..., None]
    clouds = np.fft.ifft2(waves, axes=(0, 1)).real
    clouds /= clouds.std() + 1e-6
    if dice.random() < 0.6:
        clouds = clouds[..., :1].repeat(3, 2) * 0.8 + clouds * 0.2
    shade = np.array(any_colour(dice)) * 0.6 + 50
    return Image.fromarray(np.clip(shade + clouds * dice.uniform(10, 60), 0, 255).astype(np.uint8))


def write(draw: ImageDraw.ImageDraw, box: tuple, ink: Colour, size: int, dice: random.Random) -> None:
    left, top, right, bottom = box
    font = ImageFont.load_default(size)
    for y in range(int(top), int(bottom) - size, int(size * 1.5)):
        line = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 9)))
        draw.text((left, y), line[: max(1, int((right - left) / size * 2))], fill=ink, font=font)


def page(side: int, dice: random.Random) -> Image.Image:
    paper = dice.choice([(255, 255, 255), (250, 245, 230), (20, 20, 24), any_colour(dice)])
    image = Image.new("RGB", (side, side), paper)
    ink = tuple(255 - value for value in paper)
    write(ImageDraw.Draw(image), (6, 6, side, side), ink, dice.randrange(7, 26), dice)
    return image


def screenshot(side: int, dice: random.Random) -> Image.Image:
    dark = dice.random() < 0.4
    ground, ink = ((28, 28, 32), (225, 225, 230)) if dark else ((245, 245, 247), (30, 30, 34))
    image = Image.new("RGB", (side, side), ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, side, side * dice.uniform(0.06, 0.14)), fill=any_colour(dice))
    y = side * 0.16
    while y < side:
        high = side * dice.uniform(0.08, 0.3)
        box = (side * 0.04, y, side * dice.uniform(0.4, 0.96), y + high)
        card = any_colour(dice) if dice.random() < 0.4 else tuple(min(255, value + 10) for value in ground)
        draw.rounded_rectangle(box, radius=dice.randrange(0, 12), fill=card)
        write(draw, (box[0] + 4, box[1] + 2, box[2], box[3]), ink, dice.randrange(6, 14), dice)
        y += high + side * 0.03
    return image


def drawing(side: int, dice: random.Random) -> Image.Image:
    """Shapes with or without outlines, like clip art, logos and children's pictures."""
    image = flat(side, dice) if dice.random() < 0.5 else gradient(side, dice)
    draw = ImageDraw.Draw(image)
    outline = any_colour(dice) if dice.random() < 0.5 else None
    for _ in range(dice.randrange(2, 18)):
        x, y = dice.uniform(-0.1, 1) * side, dice.uniform(-0.1, 1) * side
        wide, high = dice.uniform(0.05, 0.6) * side, dice.uniform(0.05, 0.6) * side
        shape = dice.choice(["ellipse", "box", "line", "corners"])
        if shape == "ellipse":
            draw.ellipse((x, y, x + wide, y + high), fill=any_colour(dice), outline=outline)
        elif shape == "box":
            draw.rectangle((x, y, x + wide, y + high), fill=any_colour(dice), outline=outline)
        elif shape == "line":
            draw.line((x, y, x + wide, y + high), fill=any_colour(dice), width=dice.randrange(1, 8))
        else:
            corners = [
                (x + dice.uniform(0, wide), y + dice.uniform(0, high)) for _ in range(dice.randrange(3, 7))
            ]
            draw.polygon(corners, fill=any_colour(dice), outline=outline)
    return image.filter(ImageFilter.GaussianBlur(dice.uniform(0.5, 6))) if dice.random() < 0.3 else image


KINDS = [flat, gradient, noise, noise, page, screenshot, drawing, drawing]


def draw_negatives(count: int, side: int, seed: int) -> Pictures:
    dice = random.Random(seed)
    pixels = blank(count, side)
    for index in range(count):
        image = KINDS[index % len(KINDS)](side, dice)
        pixels[index] = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)
    return Pictures(pixels, torch.ones(count), torch.full((count,), NOT_CAT))
