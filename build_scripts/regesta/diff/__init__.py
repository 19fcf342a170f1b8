"""What a change of seeds/ does to the archive, in an editor's words."""
