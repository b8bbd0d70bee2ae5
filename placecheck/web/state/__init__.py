"""The visitor's state: what is shown, and what their widgets hold."""
