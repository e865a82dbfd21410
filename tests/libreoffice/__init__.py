"""LibreOffice Writer as a person who fills in a form and saves it again."""
