"""What is kept about a person, and what becomes of it when they ask?"""
