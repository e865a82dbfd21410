"""``python -m hsbdocs``."""

from hsbdocs.cli import main

if __name__ == "__main__":
    main()
