"""Forms that people fill in with Word, made from one content model and read back without loss.

``hsbdocs build`` writes the documents, ``hsbdocs parse`` reads returned ones. The tool supports professional
judgement and never replaces it: it scores nothing, suggests no outcome and guesses no value.
"""

__version__ = "0.1.0"
