"""Returned copies of the published form, case by case, each with the answers that a careful person reads in it."""
