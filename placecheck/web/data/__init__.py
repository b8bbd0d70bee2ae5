"""What pages read: the store, the examples, uploads, the network."""
