"""TrainingTheatre: a net in training, on the page, in the kernel, or recorded."""

from .record import read_record, record_run, write_record
from .widget import TrainingTheatre

__all__ = ["TrainingTheatre", "read_record", "record_run", "write_record"]
