"""Side by side with other programs: ``make bench``, or ``python -m benchmarks`` where they are installed.

Everything is measured in one run, as CPU time, in rounds in which every contestant has its turn. The figures are
medians; only the ratios between them carry over to another machine.
"""
