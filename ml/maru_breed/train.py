"""One training run: steps, moving average of the weights, checkpoints that a stopped run goes on from."""

import copy
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F

from .augment import augment, mix
from .figures import describe
from .labels import LABELS, NOT_CAT, ORDINARY
from .muon import Muon
from .negatives import draw_negatives
from .network import Network
from .photos import Photo, Pictures, load, normalise


@dataclass(frozen=True)
class Plan:
    """
    Two phases: a long one at a constant rate, at sizes that grow (small pictures teach the coarse at a
    fraction of the time); a shorter one at the full size, while the rate falls and with every not-cat.
    """

    epochs: int = 320
    cool_down: int = 110  # of `epochs`, the last
    sizes: tuple[tuple[int, int], ...] = ((0, 64), (40, 80), (80, 96))  # from epoch, side
    cool_down_size: int = 128
    view_size: int = 128  # of the validation pictures in the log
    batch: int = 64
    rate: float = 2e-3
    decay: float = 0.1
    smoothing: float = 0.1
    strength: float = 1.0
    mixing: float = 0.55
    rise: int = 40  # epochs until the two above are reached
    average: float = 0.998
    ordinary_copies: int = 4
    not_cat_share: float = 0.45  # of these photos, per epoch of the first phase
    synthetic: int = 80  # per epoch
    checkpoint_every: int = 5
    seed: int = 1
    widths: tuple[int, ...] = (48, 96, 192)
    depths: tuple[int, ...] = (1, 2, 2)


def build(plan: Plan) -> Network:
    return Network(len(LABELS), plan.widths, plan.depths).to(memory_format=torch.channels_last)


def prepare(photos: list[Photo], size: int, seed: int) -> Pictures:
    """Training pictures at a third more than the network's size, with drawn negatives behind them."""
    side = int(size * 1.35) // 8 * 8
    real, drawn = load(photos, side), draw_negatives(512, side, seed)
    return Pictures(
        torch.cat([real.pixels, drawn.pixels]),
        torch.cat([real.aspect, drawn.aspect]),
        torch.cat([real.label, drawn.label]),
    )


def deal(photos: list[Photo], plan: Plan, cooling: bool, dice: torch.Generator) -> torch.Tensor:
    """One epoch's indices: each breed's photo once, ordinary cats more often (but not the one cat that has 35 photos)."""
    indices, others = [], []
    for index, photo in enumerate(photos):
        if photo.label == NOT_CAT:
            others.append(index)
        elif photo.label == ORDINARY and "individual" not in photo.detail:
            indices += [index] * plan.ordinary_copies
        else:
            indices.append(index)
    kept = len(others) if cooling else round(len(others) * plan.not_cat_share)
    without = torch.tensor(others)[torch.randperm(len(others), generator=dice)[:kept]]
    drawn = len(photos) + torch.randperm(512, generator=dice)[: plan.synthetic]
    order = torch.cat([torch.tensor(indices), without, drawn])
    order = order[torch.randperm(len(order), generator=dice)]
    return order[: len(order) // plan.batch * plan.batch]


def rate_at(epoch: float, plan: Plan, cool_from: int) -> float:
    if epoch < 4:
        return plan.rate * (epoch + 0.1) / 4.1
    left = (cool_from + plan.cool_down - epoch) / plan.cool_down
    return plan.rate * max(0.0, min(1.0, left))


def make_optimisers(network: Network, plan: Plan) -> list[torch.optim.Optimizer]:
    """Muon for what has a shape to make orthogonal, AdamW for the rest, without decay for what has one axis."""
    wide, last, still = [], [], []
    for weight in network.parameters():
        if weight.ndim == 4 and weight.shape[1] > 1 and weight.shape[2] > 1:
            wide.append(weight)
        else:
            (last if weight.ndim > 1 else still).append(weight)
    rest = [{"params": last, "weight_decay": plan.decay}, {"params": still, "weight_decay": 0.0}]
    return [
        Muon(wide, plan.rate, plan.decay),
        torch.optim.AdamW(rest, lr=plan.rate, betas=(0.9, 0.99)),
    ]


def targets_of(label: torch.Tensor, smoothing: float) -> torch.Tensor:
    return F.one_hot(label, len(LABELS)) * (1 - smoothing) + smoothing / len(LABELS)


def loss_of(logits: torch.Tensor, targets: torch.Tensor, batch: torch.Tensor, teachers: list[Network]):
    """Cross entropy with the (mixed) labels; a student also follows its teachers' average on the same batch."""
    loss = F.cross_entropy(logits, targets)
    if not teachers:
        return loss
    with torch.no_grad():
        answers = torch.stack([F.softmax(teacher(batch).float(), 1) for teacher in teachers]).mean(0)
    return 0.3 * loss + 0.7 * F.cross_entropy(logits, answers)


@torch.no_grad()
def follow(average: Network, network: Network, keep: float) -> None:
    for slow, fast in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if slow.is_floating_point():
            slow.lerp_(fast, 1 - keep)
        else:
            slow.copy_(fast)


@torch.no_grad()
def answer(network: Network, pictures: Pictures, flip: bool = True) -> torch.Tensor:
    """Logits in evaluation mode, float32."""
    network.eval()
    logits = []
    for part in pictures.pixels.split(64):
        batch = normalise(part)
        found = network(batch)
        logits.append((found + network(batch.flip(3))) / 2 if flip else found)
    return torch.cat(logits)


def train(photos: list[Photo], plan: Plan, out: Path, teachers: list[Network] | None = None) -> Network:
    """
    Trains on the photos of split `train`, reports on `val`; goes on from `out/checkpoint.pt` where there is one.
    A file `out/finish` begins the falling phase at the next epoch: for a run that must end earlier than planned.
    """
    out.mkdir(parents=True, exist_ok=True)
    (out / "plan.json").write_text(json.dumps(asdict(plan), indent=2))
    seen = [photo for photo in photos if photo.split == "train"]
    views = load([photo for photo in photos if photo.split == "val"], plan.view_size, "cover")
    torch.manual_seed(plan.seed)
    network = build(plan)
    average = copy.deepcopy(network)
    optimisers = make_optimisers(network, plan)
    epoch, cool_from, size, pictures = 0, plan.epochs - plan.cool_down, 0, None
    if (out / "checkpoint.pt").exists():
        state = torch.load(out / "checkpoint.pt", weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        for optimiser, kept in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(kept)
        epoch = state["epoch"]
        if state["cool_from"] < epoch:
            cool_from = state["cool_from"]
    while epoch < cool_from + plan.cool_down:
        if epoch < cool_from and (out / "finish").exists():
            cool_from = epoch
        wanted = plan.cool_down_size
        if epoch < cool_from:
            wanted = max(side for start, side in plan.sizes if epoch >= start)
        if wanted != size:
            size, pictures = wanted, prepare(seen, wanted, plan.seed)
        started, losses = time.process_time(), []
        torch.manual_seed(plan.seed * 100_003 + epoch)
        dice = torch.Generator().manual_seed(plan.seed * 100_003 + epoch)
        cooling = max(0.0, (epoch - cool_from) / plan.cool_down)
        rising = min(1.0, epoch / plan.rise)
        strength = plan.strength * (0.6 + 0.4 * rising) * (1 - 0.3 * cooling)
        mixing = plan.mixing * rising * (1 - 0.5 * cooling)
        network.train()
        order = deal(seen, plan, epoch >= cool_from, dice).split(plan.batch)
        for step, chosen in enumerate(order):
            for group in [group for optimiser in optimisers for group in optimiser.param_groups]:
                group["lr"] = rate_at(epoch + step / len(order), plan, cool_from)
            batch = augment(pictures, chosen, size, strength, dice)
            targets = targets_of(pictures.label[chosen], plan.smoothing)
            batch, targets = mix(batch, targets, mixing, dice)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network(batch).float(), targets, batch, teachers or [])
            network.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            for optimiser in optimisers:
                optimiser.step()
            follow(
                average,
                network,
                min(plan.average, (epoch * len(order) + step + 1) / (epoch * len(order) + step + 20)),
            )
            losses.append(loss.item())
        epoch += 1
        line = {"epoch": epoch, "size": size, "loss": round(sum(losses) / len(losses), 4)}
        line["seconds"] = round(time.process_time() - started, 1)
        if epoch % plan.checkpoint_every == 0 or epoch == cool_from + plan.cool_down:
            line |= describe(answer(average, views), views.label)
            save(out, network, average, optimisers, epoch, cool_from)
        with open(out / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
    save(out, network, average, optimisers, epoch, cool_from)
    return average


def better(networks: list[Network], photos: list[Photo], plan: Plan) -> Network:
    """The one under which the validation split's breeds are likeliest."""
    views = load([photo for photo in photos if photo.split == "val"], plan.view_size, "cover")
    return min(networks, key=lambda network: describe(answer(network, views), views.label)["nll"])


def save(out: Path, network: Network, average: Network, optimisers: list, epoch: int, cool_from: int) -> None:
    """Whole or not at all: a run killed while it writes finds the checkpoint before."""
    state = {"network": network.state_dict(), "average": average.state_dict()}
    state |= {"epoch": epoch, "cool_from": cool_from}
    state["optimisers"] = [optimiser.state_dict() for optimiser in optimisers]
    torch.save(state, out / "checkpoint.new")
    os.replace(out / "checkpoint.new", out / "checkpoint.pt")
