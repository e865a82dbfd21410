"""A chart of steps: placed on a page, and drawn as SVG and as PNG."""
