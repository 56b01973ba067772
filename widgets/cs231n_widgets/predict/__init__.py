"""Predict: a question with a place for the reader's guess."""

from .widget import Predict

__all__ = ["Predict"]
