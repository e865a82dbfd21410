"""Checklists as other people and programs send them back: Excel workbooks written by hand from facts about Excel."""
