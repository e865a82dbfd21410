"""Returned checklists: what people and programs did to them, and what a careful person reads in each."""
