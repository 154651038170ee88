"""Writes the reference numbers that the tests of greenlight.analysis hold it to.

Needs SALib, numpy, scipy and scikit-learn; run as
    python3 src/test/scripts/analysis_reference.py src/test/resources/greenlight/runner/analysis
"""
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from SALib.analyze import delta, morris, sobol
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample
from scipy.stats import rankdata, spearmanr
from sklearn.tree import DecisionTreeClassifier

OUT = Path(sys.argv[1])
SALIB = "SALib " + (sys.argv[2] if len(sys.argv) > 2 else version("SALib"))
TOOLS = f"{SALIB}, numpy {np.__version__}, scipy {version('scipy')}, scikit-learn {version('scikit-learn')}"


def write(name, header, rows):
    with open(OUT / name, "w") as f:
        f.write(",".join(header) + "\n")
        for row in rows:
            f.write(",".join(x if isinstance(x, str) else repr(float(x)) for x in row) + "\n")


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def g(x, a):
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)


def main():
    three = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}
    x = sobol_sample.sample(three, 64, calc_second_order=True, seed=7)
    y = ishigami(x)
    write("saltelli-sample.csv", ["x1", "x2", "x3", "y"], np.column_stack([x, y]))
    s = sobol.analyze(three, y, calc_second_order=True, seed=1)
    rows = [("S1", n, "", s["S1"][i]) for i, n in enumerate(three["names"])]
    rows += [("ST", n, "", s["ST"][i]) for i, n in enumerate(three["names"])]
    rows += [("S2", three["names"][i], three["names"][j], s["S2"][i, j]) for i in range(3) for j in range(i + 1, 3)]
    write("saltelli-reference.csv", ["index", "factor", "other", "value"], rows)

    four = {"num_vars": 4, "names": ["x1", "x2", "x3", "x4"], "bounds": [[0, 1]] * 4}
    x = morris_sample.sample(four, 12, num_levels=4, seed=5)
    y = g(x, np.array([0, 1, 4.5, 9]))
    write("morris-sample.csv", four["names"] + ["y"], np.column_stack([x, y]))
    s = morris.analyze(four, x, y, num_levels=4, seed=1)
    rows = [(n, s["mu"][i], s["mu_star"][i], s["sigma"][i]) for i, n in enumerate(s["names"])]
    write("morris-reference.csv", ["factor", "mu", "mu_star", "sigma"], rows)

    rng = np.random.default_rng(3)
    x = rng.uniform(-np.pi, np.pi, (300, 3))
    y = ishigami(x)
    write("given-sample.csv", three["names"] + ["y"], np.column_stack([x, y]))
    n = len(y)  # the number of classes as in SALib.analyze.delta.analyze
    classes = int(np.round(min(int(np.ceil(n ** (2.0 / (7.0 + np.tanh((1500.0 - n) / 500.0))))), 48)))
    edges = np.linspace(0, n, classes + 1)
    ranks = np.column_stack([rankdata(c) for c in np.column_stack([x, y]).T])
    rows = []
    for i, name in enumerate(three["names"]):
        others = np.column_stack([np.ones(n), np.delete(ranks[:, :3], i, axis=1)])
        own = ranks[:, i] - others @ np.linalg.lstsq(others, ranks[:, i], rcond=None)[0]
        out = ranks[:, 3] - others @ np.linalg.lstsq(others, ranks[:, 3], rcond=None)[0]
        rows.append((name, delta.sobol_first(y, x[:, i], edges), spearmanr(x[:, i], y)[0], np.corrcoef(own, out)[0, 1]))
    write("given-reference.csv", ["factor", "first", "spearman", "partial"], rows)

    rng = np.random.default_rng(11)
    x = np.round(rng.uniform(0, 1, (400, 3)), 4)
    y = (x[:, 0] > 0.6) & (x[:, 1] < 0.5) ^ (rng.uniform(size=400) < 0.05)
    write("tree-sample.csv", three["names"] + ["y"], np.column_stack([x, y]))
    t = DecisionTreeClassifier(criterion="gini", max_depth=3, min_samples_leaf=20, random_state=0).fit(x, y).tree_
    rows = []

    def walk(node):
        share = t.value[node][0]
        if t.children_left[node] < 0:
            rows.append(("", float("nan"), t.n_node_samples[node], share[1] / share.sum()))
        else:
            rows.append((f"x{t.feature[node] + 1}", t.threshold[node], t.n_node_samples[node], share[1] / share.sum()))
            walk(t.children_left[node])
            walk(t.children_right[node])

    walk(0)
    write("tree-reference.csv", ["factor", "threshold", "runs", "rate"], rows)
    (OUT / "README.md").write_text(
        "Samples and reference numbers of the analysis, written by `src/test/scripts/analysis_reference.py` with "
        + TOOLS + ".\n")


main()
