"""Answers run in processes of their own, with limits."""
