"""Where and when can a purchase be collected?"""
