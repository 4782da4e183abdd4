import json
from dataclasses import replace

import pytest
import torch

from maru_breed.photos import list_photos
from maru_breed.train import Plan, deal, rate_at, train

TINY = Plan(
    epochs=3,
    cool_down=1,
    sizes=((0, 32), (1, 48)),
    cool_down_size=64,
    view_size=64,
    batch=16,
    synthetic=4,
    checkpoint_every=1,
    widths=(16, 16),
    depths=(1, 1),
)


def epochs_of(folder) -> list[int]:
    return [json.loads(line)["epoch"] for line in (folder / "log.jsonl").read_text().splitlines()]


def test_a_stopped_run_goes_on_where_it_was(data, tmp_path, monkeypatch) -> None:
    photos = list_photos([data])
    whole = train(photos, TINY, tmp_path / "whole")
    calls = []

    def stop_at_the_third(*arguments):
        calls.append(arguments)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return deal(*arguments)

    monkeypatch.setattr("maru_breed.train.deal", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        train(photos, TINY, tmp_path / "stopped")
    assert epochs_of(tmp_path / "stopped") == [1, 2]
    stopped = train(photos, TINY, tmp_path / "stopped")
    assert epochs_of(tmp_path / "stopped") == [1, 2, 3]
    assert all(torch.equal(a, b) for a, b in zip(whole.state_dict().values(), stopped.state_dict().values()))


def test_told_to_finish_it_cools_down_at_once(data, tmp_path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "finish").touch()
    train(list_photos([data]), replace(TINY, epochs=50), tmp_path / "run")
    assert epochs_of(tmp_path / "run") == [1]


def test_a_student_learns_from_its_teachers(data, tmp_path) -> None:
    photos = list_photos([data])
    teachers = [train(photos, replace(TINY, seed=seed), tmp_path / str(seed)) for seed in (1, 2)]
    student = train(photos, replace(TINY, seed=3), tmp_path / "student", teachers)
    assert epochs_of(tmp_path / "student") == [1, 2, 3]
    assert not any(teacher.training for teacher in teachers)
    assert all(torch.isfinite(value).all() for value in student.state_dict().values())


def test_the_rate_rises_stays_and_falls() -> None:
    plan = Plan(epochs=100, cool_down=40)
    rates = [rate_at(epoch, plan, 60) for epoch in (0, 2, 10, 59, 80, 99.99)]
    assert rates[0] < rates[1] < rates[2] == rates[3] == plan.rate
    assert 0 < rates[5] < rates[4] < plan.rate


def test_each_photo_is_dealt_and_fewer_without_a_cat_at_first(data) -> None:
    photos = [photo for photo in list_photos([data]) if photo.split == "train"]
    plan = replace(TINY, batch=1, not_cat_share=0.5)
    dealt = {
        cooling: deal(photos, plan, cooling, torch.Generator().manual_seed(1)).tolist()
        for cooling in (False, True)
    }
    assert set(range(len(photos))) <= set(dealt[True])
    assert len(dealt[True]) - len(dealt[False]) == 3
    assert sum(index >= len(photos) for index in dealt[False]) == plan.synthetic
