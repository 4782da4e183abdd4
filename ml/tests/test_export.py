import json

import jsonschema
import pytest
import torch

from maru_breed.card import SCHEMA, check_folder, write_card
from maru_breed.export import open_session, run, write_floats, write_int8
from maru_breed.figures import Rule
from maru_breed.negatives import draw_negatives
from maru_breed.network import Network
from maru_breed.photos import normalise


@pytest.fixture
def network() -> Network:
    torch.manual_seed(4)
    made = Network(14, (16, 16, 32), (1, 1, 1), stem=16)
    with torch.no_grad():
        made(torch.randn(64, 3, 64, 64))  # gives the normalisations something to know
        for block in made.blocks:
            block.second_norm.weight.fill_(0.7)
    return made.eval()


@pytest.fixture
def folder(network: Network, tmp_path):
    write_floats(network, tmp_path / "floats.onnx", 64)
    write_int8(tmp_path / "floats.onnx", tmp_path / "model.onnx", draw_negatives(32, 64, 1))
    write_card(tmp_path, 64, "stretch", "1.0.0", Rule(0.9, 0.6, 0.5), [{"measured": "nothing", "top1": 0.5}])
    return tmp_path


def test_the_files_answer_like_the_network(network: Network, folder) -> None:
    batch = normalise(draw_negatives(12, 64, 2).pixels)
    with torch.no_grad():
        expected = network(batch)
    assert torch.allclose(run(open_session(folder / "floats.onnx"), batch), expected, atol=1e-4)
    off = (run(open_session(folder / "model.onnx"), batch) - expected).abs().max()
    assert off < 0.15 * expected.std() + 0.1


def test_the_card_fits_its_schema_and_its_weights(folder) -> None:
    card = json.loads((folder / "card.json").read_text())
    jsonschema.validate(card, json.loads(SCHEMA.read_text()))
    assert check_folder(folder) < 1e-3


def test_other_weights_are_refused(folder) -> None:
    (folder / "model.onnx").write_bytes((folder / "floats.onnx").read_bytes())
    with pytest.raises(ValueError, match="not the file"):
        check_folder(folder)


def test_a_check_that_differs_is_refused(folder) -> None:
    card = json.loads((folder / "card.json").read_text())
    card["check"]["logits"][0] += 1
    (folder / "card.json").write_text(json.dumps(card))
    with pytest.raises(ValueError, match="differs"):
        check_folder(folder)


def test_a_card_without_a_threshold_is_refused(folder) -> None:
    card = json.loads((folder / "card.json").read_text())
    del card["thresholds"]["notCat"]
    (folder / "card.json").write_text(json.dumps(card))
    with pytest.raises(jsonschema.ValidationError, match="notCat"):
        check_folder(folder)
