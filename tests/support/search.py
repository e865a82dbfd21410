"""How many examples a property test tries: few that are always the same, or many new ones (`make search`).

Of the few there are fewer where only the fast tests run, and all where the slow ones run too (HSBDOCS_ALL=1).
"""

import os

from hypothesis import HealthCheck, Phase, settings

FEW = 20 if os.environ.get("HSBDOCS_ALL") == "1" else 8
MANY = 200

#: No time limit for one example, since a busy machine would fail it, and no complaint that examples are slow to make.
_COMMON = settings(deadline=None, database=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])

#: A fixed example that fails is shown as it is: `make search` looks for the smallest.
FIXED = settings(_COMMON, derandomize=True, max_examples=FEW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
SEARCH = settings(_COMMON, derandomize=False, max_examples=MANY)


def share(of_ten: int) -> settings:
    """For a test whose examples cost much: so many tenths of the examples that others try, and at least one."""
    return settings(max_examples=max(1, settings().max_examples * of_ten // 10))
