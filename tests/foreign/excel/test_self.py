"""The foreign code for Excel measured by others: python-calamine, openpyxl's absence of complaint, LibreOffice."""
