"""What does a seller mean by the words under a photo?"""
