#!/usr/bin/env bash
# Whether hidden_states[-1] of a transformer is behind the last norm depends on the architecture.
#
# Expected: hidden_states[-1] is at the same place in all models: the last block's output, or last_hidden_state.
# Seen with transformers 5.24.0 (torch 2.13.0): it is behind the final norm in GPT-2 and Llama. It is before it in ViT,
#   DINOv2 and CLIP's text model, whose last_hidden_state is behind it. In CLIP's vision model both are before it.
#   In Wav2Vec2 a field of the configuration decides whether the two are the same.
# For whoever compares spectra by layer: a step between the last two layers may be the norm's, and "the last layer" of
#   two encoders may be two places. Name, shape and type of the dumps are the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 transformers==5.24.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import torch
import transformers as hf

hf.logging.set_verbosity_error()
torch.manual_seed(0)
size = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4)
wide = dict(size, intermediate_size=64)
picture = dict(image_size=32, patch_size=8)
words = dict(vocab_size=50, bos_token_id=1, eos_token_id=49, pad_token_id=0)
tokens = {"input_ids": torch.randint(2, 49, (2, 7))}
pixels = {"pixel_values": torch.randn(2, 3, 32, 32)}
sound = {"input_values": torch.randn(2, 4000)}
stable = dict(do_stable_layer_norm=True, feat_extract_norm="layer")
models = {
    "GPT-2": (hf.GPT2Model(hf.GPT2Config(n_embd=32, n_layer=2, n_head=4, **words)), "ln_f", tokens),
    "Llama": (hf.LlamaModel(hf.LlamaConfig(num_key_value_heads=4, **words, **wide)), "norm", tokens),
    "ViT": (hf.ViTModel(hf.ViTConfig(**picture, **wide)), "layernorm", pixels),
    "DINOv2": (hf.Dinov2Model(hf.Dinov2Config(**picture, **size)), "layernorm", pixels),
    "CLIP text": (hf.CLIPTextModel(hf.CLIPTextConfig(**words, **wide)), "final_layer_norm", tokens),
    "CLIP vision": (hf.CLIPVisionModel(hf.CLIPVisionConfig(**picture, **wide)), "post_layernorm", pixels),
    "Wav2Vec2": (hf.Wav2Vec2Model(hf.Wav2Vec2Config(**wide)), "encoder.layer_norm", sound),
    "Wav2Vec2, stable": (hf.Wav2Vec2Model(hf.Wav2Vec2Config(**stable, **wide)), "encoder.layer_norm", sound),
}
behind, before = ("behind", "behind"), ("before", "behind")
expected = {"GPT-2": behind, "Llama": behind, "ViT": before, "DINOv2": before, "CLIP text": before,
            "CLIP vision": ("before", "before"), "Wav2Vec2": "same", "Wav2Vec2, stable": "other"}

def place(states, norm):
    if states.shape == norm["output"].shape and torch.equal(states, norm["output"]):
        return "behind"
    assert torch.equal(states, norm["input"]) or torch.equal(states[:, 0], norm["input"]), "neither before nor behind"
    return "before"

found = {}
for name, (model, path, inputs) in models.items():
    norm = {}
    module, = [part for known, part in model.named_modules() if known == path or known.endswith("model." + path)]
    module.register_forward_hook(lambda _, given, output: norm.update(input=given[0], output=output))
    model.eval()
    with torch.no_grad():
        out = model(**inputs, output_hidden_states=True)
    hidden, last = out.hidden_states[-1], out.last_hidden_state
    if name.startswith("Wav2Vec2"):
        found[name] = "same" if torch.equal(hidden, last) else "other"
    else:
        found[name] = (place(hidden, norm), place(last, norm))
    print(f"{name}: hidden_states[-1] and last_hidden_state, to the norm: {found[name]}")
assert found == expected, found
PYTHON
