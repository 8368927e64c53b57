"""How are the pictures of the sample shop painted? With Pillow and chance of a fixed seed; never at run time."""
