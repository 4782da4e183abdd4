"""
python -m maru_breed --data DIR [--data DIR …] --out DIR   from data folders to a model folder
python -m maru_breed check FOLDER                          does a model folder keep what its card says?
"""

import argparse
import json
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import torch

from .card import check_folder
from .finish import finish
from .network import Together
from .photos import list_photos
from .train import Plan, better, train


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="maru_breed", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, action="append", required=True, help="folder with labels.csv; may be repeated"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="model folder to write; the runs go to OUT/runs"
    )
    parser.add_argument("--version", default="1.0.0", help="of the model, for the card")
    parser.add_argument(
        "--seeds", type=int, default=1, help="runs from different beginnings; the best on validation is kept"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--distil", action="store_true", help="teach one more network what all of them answer together"
    )
    how.add_argument(
        "--together", action="store_true", help="keep all runs as one model, which answers their mean"
    )
    parser.add_argument("--jobs", type=int, default=1, help="runs at the same time, in processes of their own")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument(
        "--cool-down", type=int, default=Plan.cool_down, help="of these, the last, with a falling rate"
    )
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args(arguments)


def build(options: argparse.Namespace) -> None:
    photos = list_photos(options.data)
    plan = Plan(epochs=options.epochs, cool_down=min(options.cool_down, options.epochs))
    runs = options.out / "runs"
    plans = [replace(plan, seed=seed) for seed in range(1, options.seeds + 1)]
    folders = [runs / f"seed-{plan.seed}" for plan in plans]
    # Each process begins anew: one that is copied from a process whose libraries have threads may wait for them forever.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.jobs, context, torch.set_num_threads, (options.threads,)) as pool:
        networks = list(pool.map(train, repeat(photos), plans, folders))
    torch.set_num_threads(options.threads)
    if options.together:
        network = Together(networks)
    elif options.distil:
        student = replace(plan, seed=options.seeds + 1)
        network = train(photos, student, runs / "student", teachers=networks)
    else:
        network = better(networks, photos, plan)
    print(json.dumps(finish(network, photos, options.out, options.version), indent=2))


def main() -> None:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if sys.argv[1:2] == ["check"] and len(sys.argv) == 3:
        print(f"as the card says; the check differs by {check_folder(Path(sys.argv[2])):.4f}")
    else:
        build(read_arguments(sys.argv[1:]))


if __name__ == "__main__":
    main()
