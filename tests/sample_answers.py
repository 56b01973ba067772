"""Two answers to the exercise `one-output` of chapter 02, as a learner writes them."""

WRONG = """def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    return (x[:, row:row+F, col:col+F] * w).sum() + b"""
RIGHT = """import numpy as np

def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    top, left = row * stride, col * stride
    return (padded[:, top:top+F, left:left+F] * w).sum() + b"""
