"""YAML to model: reads the single source, checks it, and keeps the frozen releases. Only this room reads YAML."""
