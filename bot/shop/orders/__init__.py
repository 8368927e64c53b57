"""What was ordered, and how far has it come?"""
