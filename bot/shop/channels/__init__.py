"""What was sold elsewhere, and who has to yield?"""
