"""How readings spread over many places, without naming any: counted in parts that add up, on one machine or on many."""
