"""What do we owe the outside world, and until when?"""
