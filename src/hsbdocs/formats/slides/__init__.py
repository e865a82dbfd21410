"""PowerPoint presentations: written from a template, and read again to see that nothing was lost."""
