"""Forms as other people and programs send them back.

Everything here is written from facts about Word and other editors, by hand. Nothing here may import the project:
what it makes is the measure of the project, not the other way round.
"""
