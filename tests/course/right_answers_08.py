"""Answers to chapter 08's exercises that are right and written differently from ours."""

RIGHT = {
    "receptive-field": [
        """
def receptive_field(windows):
    field = 1
    for F, S in reversed(windows):
        field = (field - 1) * S + F
    return field
""",
        """
from math import prod

def receptive_field(windows):
    strides = [S for _, S in windows]
    return 1 + sum((F - 1) * prod(strides[:i]) for i, (F, _) in enumerate(windows))
""",
        """
def receptive_field(windows):
    pixels = {0}
    for F, S in reversed(windows):
        pixels = {cell * S + i for cell in pixels for i in range(F)}
    return max(pixels) - min(pixels) + 1
""",
        """
def receptive_field(windows):
    first, last = 0, 0
    for F, S in windows[::-1]:
        first, last = first * S, last * S + F - 1
    return last - first + 1
""",
    ],
    "written-out": [
        """
def written_out(N, M, K, pool):
    if M == 0:
        return [word for _ in range(K) for word in ("FC", "RELU")] + ["FC"]
    return ["CONV", "RELU"] * N + ["POOL"] * bool(pool) + written_out(N, M - 1, K, pool)
""",
        """
def written_out(N, M, K, pool):
    text = ("CONV RELU " * N + "POOL " * pool) * M + "FC RELU " * K + "FC"
    return text.split()
""",
        """
def written_out(N, M, K, pool):
    block = N * ["CONV", "RELU"] + (["POOL"] if pool else [])
    return M * block + K * ["FC", "RELU"] + ["FC"]
""",
        """
def written_out(N, M, K, pool):
    words = []
    for m in range(M):
        for n in range(N):
            words.append("CONV")
            words.append("RELU")
        if pool:
            words.append("POOL")
    for k in range(K):
        words.extend(("FC", "RELU"))
    words.append("FC")
    return words
""",
    ],
}
