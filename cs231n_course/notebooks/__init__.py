"""Chapters as files: their format, what is read from them and what is made of them."""
