"""Answers to chapter 05's exercises that are right and written differently from ours."""

RIGHT = {
    "lrn-forward": [
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    y = np.zeros_like(x)
    C = x.shape[1]
    for c in range(C):
        first, last = max(0, c - size // 2), min(C, c + (size - 1) // 2 + 1)
        total = (x[:, first:last] ** 2).sum(axis=1)
        y[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return y, None
""",
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    padded = np.pad(x * x, ((0, 0), (size // 2, (size - 1) // 2), (0, 0), (0, 0)))
    total = sum(padded[:, i : i + x.shape[1]] for i in range(size))
    divisor = (k + alpha * total / size) ** beta
    return x / divisor, divisor
""",
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    N, C, H, W = x.shape
    y = np.empty(x.shape)
    for n in range(N):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    total = 0.0
                    for d in range(c - size // 2, c - size // 2 + size):
                        if 0 <= d < C:
                            total += x[n, d, i, j] ** 2
                    y[n, c, i, j] = x[n, c, i, j] * (k + alpha / size * total) ** -beta
    return y, (x, size)
""",
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    C = x.shape[1]
    out, into = np.arange(C)[:, None], np.arange(C)[None, :]
    inside = (into >= out - size // 2) & (into <= out + (size - 1) // 2)
    total = np.einsum("cd,ndhw->nchw", inside.astype(float), np.square(x))
    return x / np.power(k + (alpha / size) * total, beta), total
""",
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    s = channel_window_sum(x**2, size // 2, size - 1 - size // 2)
    return x * np.exp(-beta * np.log(k + alpha * s / size)), (x, s)
""",
        """
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    sums = np.zeros((x.shape[0], x.shape[1] + 1, *x.shape[2:]))
    sums[:, 1:] = np.cumsum(x * x, axis=1)
    c = np.arange(x.shape[1])
    total = sums[:, np.minimum(c + (size - 1) // 2 + 1, len(c))] - sums[:, np.maximum(c - size // 2, 0)]
    return x / (k + alpha / size * total) ** beta, sums
""",
    ],
    "batch-norm-backward": [
        """
def batch_norm_backward(dy, cache):
    x, gamma, mean, var, eps = cache
    axes = (0, 2, 3) if x.ndim == 4 else (0,)
    shape = (1, -1, 1, 1) if x.ndim == 4 else (1, -1)
    std = np.sqrt(var + eps).reshape(shape)
    x_hat = (x - mean.reshape(shape)) / std
    dgamma, dbeta = (dy * x_hat).sum(axis=axes), dy.sum(axis=axes)
    M = x.size / x.shape[1]
    dx = gamma.reshape(shape) / (M * std) * (M * dy - dbeta.reshape(shape) - x_hat * dgamma.reshape(shape))
    return dx, dgamma, dbeta
""",
        """
def batch_norm_backward(dy, cache):
    x, gamma, eps = cache.x, cache.gamma, cache.eps
    M = x.size / x.shape[1]
    centred = x - per_channel(cache.mean, x)
    inv = per_channel(1 / np.sqrt(cache.var + eps), x)
    dgamma, dbeta = channel_sum(dy, centred * inv), channel_sum(dy)
    dx_hat = dy * per_channel(gamma, x)
    dvar = channel_sum(dx_hat, centred) * -0.5 * (cache.var + eps) ** -1.5
    dmean = -channel_sum(dx_hat * inv) - 2 * dvar * channel_mean(centred)
    dx = dx_hat * inv + per_channel(dvar, x) * 2 * centred / M + per_channel(dmean, x) / M
    return dx, dgamma, dbeta
""",
        """
def batch_norm_backward(dy, cache):
    x, gamma, mean, var, eps = cache
    dx, dgamma, dbeta = np.zeros_like(x), np.zeros_like(gamma), np.zeros_like(gamma)
    for c in range(len(gamma)):
        std = np.sqrt(var[c] + eps)
        x_hat = (x[:, c] - mean[c]) / std
        dgamma[c], dbeta[c] = (dy[:, c] * x_hat).sum(), dy[:, c].sum()
        inner = dy[:, c] - dy[:, c].mean() - x_hat * (dy[:, c] * x_hat).mean()
        dx[:, c] = gamma[c] / std * inner
    return dx, dgamma, dbeta
""",
        """
def batch_norm_backward(dy, cache):
    x, gamma, mean, var, eps = cache
    rows = np.moveaxis(x, 1, -1).reshape(-1, len(gamma))
    back = np.moveaxis(dy, 1, -1)
    d = back.reshape(-1, len(gamma))
    x_hat = (rows - mean) / np.sqrt(var + eps)
    dx = gamma / np.sqrt(var + eps) * (d - d.mean(0) - x_hat * (d * x_hat).mean(0))
    return np.moveaxis(dx.reshape(back.shape), -1, 1), (d * x_hat).sum(0), d.sum(0)
""",
        """
def batch_norm_backward(dy, cache):
    x, gamma, mean, var, eps = cache
    std = np.sqrt(var + eps)
    x_hat = (x - per_channel(mean, x)) / per_channel(std, x)
    less_mean = dy - per_channel(channel_mean(dy), x)
    along = per_channel(channel_mean(dy, x_hat), x) * x_hat
    return per_channel(gamma / std, x) * (less_mean - along), channel_sum(dy * x_hat), channel_sum(dy)
""",
        """
def batch_norm_backward(dy, cache):
    x, gamma, mean, var, eps = cache
    N, C = x.shape[:2]
    x3, dy3 = x.reshape(N, C, -1), dy.reshape(N, C, -1)
    std = np.sqrt(var + eps)[:, None]
    x_hat = (x3 - mean[:, None]) / std
    dgamma, dbeta = np.einsum("ncs,ncs->c", dy3, x_hat), np.einsum("ncs->c", dy3)
    M = N * x3.shape[2]
    dx = gamma[:, None] / std * (dy3 - (dbeta[:, None] + x_hat * dgamma[:, None]) / M)
    return dx.reshape(x.shape), dgamma, dbeta
""",
    ],
}
