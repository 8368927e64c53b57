# Names of properties in the files that other places pull
feed-other = Other
feed-technique = Technique
feed-size = Size
feed-year = Year
feed-edition = Edition
