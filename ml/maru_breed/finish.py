"""From a trained network to a model folder: view, 8 bits, calibration, card and report."""

import platform
import tempfile
import time
from pathlib import Path

from .calibrate import calibrate
from .card import check_folder, write_card
from .export import answer_onnx, open_session, run, write_floats, write_int8
from .figures import calibration_floor, describe, is_breed, measure, verdicts
from .labels import BREEDS
from .network import Network, Together
from .photos import Photo, load, normalise, stripes
from .report import write_report
from .train import answer

SIZES = (112, 128, 144, 160, 192)  # the network halves four times
RULES = ("stretch", "cover", "contain")


def choose_view(network: Network | Together, photos: list[Photo]) -> tuple[int, str]:
    """Size and resize rule under which the true breeds of the validation split are likeliest."""
    found = {}
    for size in SIZES:
        for rule in RULES:
            pictures = load(photos, size, rule)
            found[size, rule] = describe(answer(network, pictures), pictures.label)["nll"]
    return min(found, key=found.get)


def speed(model: Path, size: int) -> float:
    """Milliseconds of processor time for a picture and its mirror image, the model alone."""
    session, batch = open_session(model), normalise(stripes(size)).repeat(2, 1, 1, 1)
    run(session, batch)
    started = time.process_time()
    for _ in range(20):
        run(session, batch)
    return (time.process_time() - started) / 20 * 1000


def finish(network: Network | Together, photos: list[Photo], out: Path, version: str) -> dict[str, float]:
    """Writes model.onnx, card.json and report.md to `out`; answers the figures of the 8-bit file."""
    out.mkdir(parents=True, exist_ok=True)
    seen = [photo for photo in photos if photo.split == "train"]
    validation = [photo for photo in photos if photo.split == "val"]
    size, rule = choose_view(network, validation)
    views = load(validation, size, rule)
    with tempfile.TemporaryDirectory() as folder:
        floats = Path(folder) / "floats.onnx"
        write_floats(network, floats, size)
        write_int8(floats, out / "model.onnx", load(seen[::6], size, rule))
    logits = answer_onnx(open_session(out / "model.onnx"), views.pixels)
    whole = answer(network, views)
    chosen = calibrate(logits, views.label)
    figures = measure(logits, views.label, chosen)
    before = describe(whole, views.label)
    same = (logits.argmax(1) == whole.argmax(1)).float().mean().item()
    members = len(network.members) if isinstance(network, Together) else 1
    facts = [
        (
            f"version {version}, {sum(value.numel() for value in network.parameters()) / 1e6:.2f} million parameters"
            + (f" in {members} networks, whose logits are averaged" if members > 1 else "")
        ),
        f"input {size} × {size}, rule `{rule}` (chosen among {len(SIZES) * len(RULES)} views on the same pictures)",
        (
            f"file {(out / 'model.onnx').stat().st_size / 1e6:.2f} MB; {speed(out / 'model.onnx', size):.1f} ms of one core for a "
            f"picture and its mirror image ({platform.machine()}, the model alone)"
        ),
        (
            f"32-bit weights: top-1 {before['top1'] * 100:.1f} %, top-5 {before['top5'] * 100:.1f} %; largest output the same on "
            f"{same * 100:.1f} %"
        ),
    ]
    shown = is_breed(views.label) & ~verdicts(logits, chosen)[0]
    floor = calibration_floor(verdicts(logits, chosen)[2][:, BREEDS].max(1).values[shown])
    facts.append(
        f"calibration error {figures['calibrationError'] * 100:.1f} %; {shown.sum().item()} photos show {floor * 100:.1f} % on average even when "
        "every confidence is right as often as it says"
    )
    measured = "validation split (306 pictures of the data named in the attribution), 8-bit file, ONNX Runtime; also used to choose the thresholds"
    measured = measured.replace("306", str(len(validation)))
    write_card(out, size, rule, version, chosen, [{"measured": measured, **figures}])
    (out / "report.md").write_text(write_report(logits, views.label, chosen, facts), encoding="utf-8")
    check_folder(out)
    return figures
