"""10,000 pairs of sentences and how alike the original model finds them, for `benchmarks.pack --teacher`: one JSON."""

import argparse
import json
import random
from pathlib import Path

import torch

from training.teacher import encode_texts
from training.treebanks import read_documents

SEED, PAIRS, SHORTEST = 7, 10_000, 4


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--part", default="test")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(SEED)
    documents = []
    for name in ("gum", "ewt"):
        for document in read_documents(args.data / f"treebanks/{name}-{args.part}.conllu.gz"):
            documents += [[i.text for i in document if len(i.words) >= SHORTEST]]
    texts = [t for d in documents if len(d) > 1 for t in d]
    numbers = iter(range(len(texts)))
    numbered = [[next(numbers) for _ in d] for d in documents if len(d) > 1]
    # Half from one document, half from anywhere.
    pairs = [rng.sample(rng.choice(numbered) if k % 2 else range(len(texts)), 2) for k in range(PAIRS)]
    vectors = encode_texts(texts, args.base)
    alike = [round(float(vectors[a] @ vectors[b]), 6) for a, b in pairs]
    args.out.write_text(json.dumps({"texts": texts, "pairs": pairs, "alike": alike}, ensure_ascii=False))


if __name__ == "__main__":
    main()
