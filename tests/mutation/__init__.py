"""Does a test fail when the code is wrong? Small faults are put into the code, one at a time (docs/mutation.md)."""
