"""What a build costs, stage by stage, as the archive grows."""
