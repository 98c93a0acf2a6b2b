# mypy: ignore-errors
"""Logistic regression with a quadratic penalty, by Newton's method: convex, so the same cases give the same weights."""

import numpy as np

STEPS = 30


def regress(rows, same, worth, penalty):
    """Weights of the columns, (columns,), and the bias, for cases that are so (1) or not (0), each worth so much."""
    middle, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-12
    inputs = np.column_stack([(rows - middle) / scale, np.ones(len(rows))])
    weights = np.zeros(inputs.shape[1])
    penalties = np.diag([penalty] * (len(weights) - 1) + [0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (worth * (same - likely)) - penalties @ weights
        curve = (inputs * (worth * likely * (1 - likely))[:, None]).T @ inputs + penalties
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights[:-1] / scale, float(weights[-1] - (weights[:-1] * middle / scale).sum())
