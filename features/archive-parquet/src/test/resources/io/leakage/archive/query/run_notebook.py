"""Executes a notebook's cells in order and saves its pictures: run_notebook.py NOTEBOOK FOLDER"""
import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]
space = {"__name__": "notebook"}
for number, cell in enumerate(cells):
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), "cell %d" % number, "exec"), space)
for figure in plt.get_fignums():
    plt.figure(figure).savefig("%s/%d.png" % (sys.argv[2], figure), dpi=80)
    print(plt.figure(figure).axes[0].get_title())
