"""Excel workbooks: a view to a workbook to fill in, and a returned workbook to a Transcript."""
