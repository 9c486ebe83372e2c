#!/usr/bin/env bash
# TensorBoard's EventAccumulator keeps 10,000 values of a scalar, drawn at random: the best one may not be among them.
#
# Expected: Scalars("accuracy") has the values that were written, or says that it left some out.
# Seen with tensorboard 2.21.0: of 20,000 steps 10,000 come back, with gaps anywhere but at the last step. The peak of
#   0.9 at step 777 is gone, and the maximum is 0.5. Nothing warns, and reading again gives the same choice.
#   size_guidance={"scalars": 0} reads all.
# For whoever takes the best accuracy of a run, or joins checkpoints with logs by the step: the row of a checkpoint may
#   be missing from what is read of a file that holds it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 tensorboard==2.21.0 setuptools==80.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.event_file_writer import EventFileWriter

writer = EventFileWriter("run")
for step in range(20_000):
    value = Summary.Value(tag="accuracy", simple_value=0.9 if step == 777 else 0.5)
    writer.add_event(Event(step=step, wall_time=1.0, summary=Summary(value=[value])))
writer.close()

def read(**options):
    events = EventAccumulator("run", **options).Reload().Scalars("accuracy")
    return [event.step for event in events], round(max(event.value for event in events), 4)

(steps, best), again, (all_steps, true_best) = read(), read(), read(size_guidance={"scalars": 0})
print(f"by default:    {len(steps)} values, steps {steps[:4]} ... {steps[-1]}, greatest value {best}")
print(f"size_guidance: {len(all_steps)} values, greatest value {true_best}")
assert len(steps) == 10_000 and steps[-1] == 19_999 and 777 not in steps and best == 0.5, (len(steps), best)
assert (steps, best) == again, "another choice each time now"
assert all_steps == list(range(20_000)) and true_best == 0.9, (len(all_steps), true_best)
PYTHON
