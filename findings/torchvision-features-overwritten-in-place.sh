#!/usr/bin/env bash
# A dump of a batch norm in torchvision's ResNets holds the ReLU behind it, or not, by what else was dumped.
#
# Expected: a forward hook on layer1.0.bn1, or create_feature_extractor, gives the batch norm's output, half negative.
# Seen with torchvision 0.29.2 (torch 2.15.0): the ReLU works in place, so the tensor that the hook kept has no negative
#   value. On the last batch norm of a block it is even the block's output, residual added. A copy made in the hook is
#   right. create_feature_extractor drops what lies behind the last node: asked for bn1 alone it gives the batch norm,
#   asked for bn1 and layer1.0.bn1 it gives the ReLU under the name bn1.
# For whoever reads feature dumps: two dumps of one network and layer, of one shape and name, can differ by which
#   other layers were dumped with them. Exact zeros tell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.15.0 torchvision==0.29.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import torch
import torchvision
from torchvision.models.feature_extraction import create_feature_extractor

torch.manual_seed(0)
network, images = torchvision.models.resnet18().eval(), torch.randn(4, 3, 64, 64)
block = network.layer1[0]
kept, copied = {}, {}
for name, module in (("bn1", block.bn1), ("bn2", block.bn2), ("block", block)):
    def keep(_, given, output, name=name):
        kept[name], copied[name] = output, output.clone()
    module.register_forward_hook(keep)
with torch.no_grad():
    network(images)
for name in ("bn1", "bn2"):
    value, of_copy = float(kept[name].min()), float(copied[name].min())
    print(f"hook on layer1.0.{name}: least value {value:.2f}, of a copy {of_copy:.2f}")
    assert value == 0 and of_copy < -1
assert torch.equal(kept["bn2"], copied["block"]), "bn2 is not the block's output"

network = torchvision.models.resnet18().eval()
least = {}
for nodes in (["bn1"], ["bn1", "layer1.0.bn1"]):
    with torch.no_grad():
        least[len(nodes)] = float(create_feature_extractor(network, nodes)(images)["bn1"].min())
    print(f"create_feature_extractor of {nodes}: least value of bn1 {least[len(nodes)]:.2f}")
assert least[1] < -1 and least[2] == 0, least
PYTHON
