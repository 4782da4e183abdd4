import json

from maru_breed.__main__ import build, read_arguments
from maru_breed.card import check_folder


def test_from_data_folders_to_a_model_folder(data, tmp_path) -> None:
    """Two seeds and a student, one epoch of each phase: every file is there and fits the others."""
    out = tmp_path / "model"
    arguments = ["--data", str(data), "--data", str(data), "--out", str(out), "--version", "0.1.0"]
    build(read_arguments([*arguments, "--seeds", "2", "--distil", "--epochs", "2", "--cool-down", "1"]))
    card = json.loads((out / "card.json").read_text())
    assert card["version"] == "0.1.0" and len(card["labels"]) == 14
    assert check_folder(out) < 1e-3
    assert "## Breeds" in (out / "report.md").read_text()
    assert sorted(run.name for run in (out / "runs").iterdir()) == ["seed-1", "seed-2", "student"]


def test_several_networks_become_one_model(data, tmp_path) -> None:
    out = tmp_path / "model"
    arguments = ["--data", str(data), "--out", str(out), "--seeds", "2", "--together", "--jobs", "2"]
    build(read_arguments([*arguments, "--epochs", "1", "--cool-down", "1"]))
    assert check_folder(out) < 1e-3
    assert "in 2 networks" in (out / "report.md").read_text()
