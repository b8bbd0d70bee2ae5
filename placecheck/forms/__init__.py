"""What people fill in without the dashboard."""
