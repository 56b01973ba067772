"""The course's widgets: one idea each, live in JupyterLab, in Notebook 7 and in the static book."""

from .activation_histograms import ActivationHistograms
from .architecture_builder import ArchitectureBuilder
from .backprop_convolution import BackpropConvolution
from .fully_connected_as_convolution import FullyConnectedAsConvolution
from .im2col import Im2col
from .image_filter import ImageFilter
from .memory_table import MemoryTable
from .net_comparison import NetComparison
from .pooling import Pooling
from .pooling_shift import PoolingShift
from .predict import Predict
from .receptive_field import ReceptiveField
from .residual_blocks import ResidualBlocks
from .sizing_calculator import SizingCalculator
from .sliding_filter import SlidingFilter
from .training_theatre import TrainingTheatre
from .valley import Valley
from .volume_explorer import VolumeExplorer

__all__ = [
    "ActivationHistograms",
    "ArchitectureBuilder",
    "BackpropConvolution",
    "FullyConnectedAsConvolution",
    "Im2col",
    "ImageFilter",
    "MemoryTable",
    "NetComparison",
    "Pooling",
    "PoolingShift",
    "Predict",
    "ReceptiveField",
    "ResidualBlocks",
    "SizingCalculator",
    "SlidingFilter",
    "TrainingTheatre",
    "Valley",
    "VolumeExplorer",
]
