"""What printed pages say."""
