"""What each document says: model to view objects for templates."""
