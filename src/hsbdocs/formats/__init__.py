"""The only rooms that know Office files: bytes to Transcript, view and template to bytes. They know no form."""
