# mypy: ignore-errors
"""The main directions of the pack's word vectors: `python -m training.directions [--write]`.

`language/en/directions.npy`, (384, 128), are the directions in which the vectors of words of `training/data/stories`
differ most (principal components), each signed so that its largest part is positive. Made anew with every new pack,
before `training.alignment`.
"""

import argparse
from pathlib import Path

import numpy as np

from accord.language.encoder import Encoder
from accord.language.pieces import Pieces
from accord.language.tokens import split_tokens
from accord.language.vectors import WORD_WIDTH
from accord.language.windows import plan_windows
from training.stories import STORIES, read_marks

PACK = Path(__file__).parent.parent / "src/accord/language/en"


def read_vectors(paths):
    """The vectors of all words of the stories, (words, 384)."""
    encoder, pieces = Encoder(PACK), Pieces(PACK / "tokenizer.json")
    found = []
    for path in paths:
        text = read_marks(path.read_text(encoding="utf-8"))[0]
        at = 0
        for line in text.splitlines(keepends=True):
            if line.strip() and not line.startswith("#"):
                tokens = split_tokens(text, at, at + len(line))
                found += [encoder.read(*window.lay_out()).vectors for window in plan_windows(text, tokens, pieces)]
            at += len(line)
    return np.concatenate(found)


def main_directions(rows):
    """The principal components, (384, 128), and the share of the variance that they keep."""
    spread, directions = np.linalg.eigh(np.cov(rows.astype(np.float64).T))
    chosen = directions[:, ::-1][:, :WORD_WIDTH]
    signs = np.sign(chosen[np.abs(chosen).argmax(axis=0), np.arange(WORD_WIDTH)])
    return (chosen * signs).astype(np.float16), spread[::-1][:WORD_WIDTH].sum() / spread.sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put them into the pack")
    args = parser.parse_args()
    rows = read_vectors(sorted(STORIES.glob("*.txt")))
    directions, kept = main_directions(rows)
    print(f"{len(rows)} words, {kept:.3f} of their variance kept")
    if args.write:
        np.save(PACK / "directions.npy", directions)


if __name__ == "__main__":
    main()
