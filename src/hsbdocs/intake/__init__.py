"""What arrives: files and folders, opened within limits. Nothing is run, unpacked to disk or fetched."""
