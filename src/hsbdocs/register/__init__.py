"""The register: what people and we write side by side, brought together by Reference."""
