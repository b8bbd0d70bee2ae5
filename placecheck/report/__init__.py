"""What is printed, and the files people take away."""
