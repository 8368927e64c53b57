"""Works found by words: what stands in the index, and what somebody who types may mean."""
