"""From a trained network to `model.onnx`: floats first, then 8 bits."""

import copy
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .network import Network, Together
from .photos import Pictures, normalise

INPUT, OUTPUT = "image", "logits"


def fold(network: Network | Together) -> Network | Together:
    """The same network with each normalisation worked into the convolution before it."""
    if isinstance(network, Together):
        return Together([fold(member) for member in network.members]).eval()
    folded = copy.deepcopy(network).eval()
    folded.stem = torch.nn.Sequential(fuse_conv_bn_eval(folded.stem[0], folded.stem[1]), torch.nn.ReLU())
    for block in folded.blocks:
        block.first = fuse_conv_bn_eval(block.first, block.first_norm)
        block.second = fuse_conv_bn_eval(block.second, block.second_norm)
        block.first_norm = block.second_norm = torch.nn.Identity()
        if isinstance(block.shortcut, torch.nn.Sequential):
            pool, convolution, norm = block.shortcut
            block.shortcut = torch.nn.Sequential(pool, fuse_conv_bn_eval(convolution, norm))
    return folded


def write_floats(network: Network | Together, path: Path, size: int) -> None:
    picture = torch.zeros(2, 3, size, size)
    torch.onnx.export(
        fold(network).to(memory_format=torch.contiguous_format),
        (picture,),
        path,
        input_names=[INPUT],
        output_names=[OUTPUT],
        dynamic_axes={INPUT: {0: "n"}, OUTPUT: {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


class Reader(CalibrationDataReader):
    def __init__(self, pictures: Pictures):
        self.batches = iter([normalise(part).contiguous().numpy() for part in pictures.pixels.split(16)])

    def get_next(self) -> dict[str, np.ndarray] | None:
        batch = next(self.batches, None)
        return None if batch is None else {INPUT: batch}


def write_int8(floats: Path, path: Path, pictures: Pictures) -> None:
    """
    Weights per channel, activations with ranges seen on `pictures`. Weights keep to 7 of the 8 bits: processors
    without VNNI add pairs of products in 16 bits, and full weights would overflow there and answer differently.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(floats), str(ready))
        quantize_static(
            str(ready),
            str(path),
            Reader(pictures),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
        )
    onnx.checker.check_model(onnx.load(path))


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """One thread, as on the server."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(session: onnxruntime.InferenceSession, batch: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(session.run([OUTPUT], {INPUT: batch.contiguous().numpy()})[0])


def answer_onnx(session: onnxruntime.InferenceSession, pixels: torch.Tensor) -> torch.Tensor:
    """Logits averaged with those of the mirror image."""
    logits = []
    for part in pixels.split(16):
        batch = normalise(part)
        logits.append((run(session, batch) + run(session, batch.flip(3))) / 2)
    return torch.cat(logits)
