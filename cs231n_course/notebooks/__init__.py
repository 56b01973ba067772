"""Chapters as files: their cells' roles, what is read from them and what is made of them."""
