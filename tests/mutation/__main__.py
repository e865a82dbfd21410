"""Run: python -m tests.mutation [--list] [--again] [FILE ...]. See docs/mutation.md."""

from tests.mutation.run import main

if __name__ == "__main__":
    main()
