"""What may a channel read, count and hold through its key?"""
