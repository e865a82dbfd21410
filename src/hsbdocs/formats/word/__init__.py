"""Word documents (ECMA-376 part 1, WordprocessingML): reads .docx to a Transcript, fills templates to .docx."""
