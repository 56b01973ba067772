"""Answers to chapter 07a's exercises that are right and written differently from ours."""

RIGHT = {
    "softmax-back": [
        """
def softmax_loss_backward(cache):
    logs, labels = cache
    right = np.eye(logs.shape[1])[labels]
    return (np.exp(logs) - right) / len(labels)
""",
        """
def softmax_loss_backward(cache):
    log_probabilities, labels = cache
    N, K = log_probabilities.shape
    dscores = np.zeros((N, K))
    for i in range(N):
        for j in range(K):
            dscores[i, j] = (np.exp(log_probabilities[i, j]) - (j == labels[i])) / N
    return dscores
""",
        """
def softmax_loss_backward(cache):
    logs, labels = cache
    p = np.e**logs
    p[range(len(labels)), labels] -= 1
    p /= len(p)
    return p
""",
        """
def softmax_loss_backward(cache):
    classes = np.arange(cache[0].shape[1])
    return (np.exp(cache[0]) - (classes == cache[1][:, None])) / cache[0].shape[0]
""",
    ],
    "adam": [
        """
def adam_step(w, dw, m, v, t, *, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m = m + (1 - beta1) * (dw - m)
    new_v = v + (1 - beta2) * (dw**2 - v)
    step = new_m / (1 - beta1**t) / ((new_v / (1 - beta2**t)) ** 0.5 + eps)
    return w - rate * step, new_m, new_v
""",
        """
def adam_step(w, dw, m, v, t, *, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * dw, beta2 * v + (1 - beta2) * np.square(dw)
    length = rate / (1 - beta1**t)
    return w - length * m / (np.sqrt(v) / np.sqrt(1 - beta2**t) + eps), m, v
""",
        """
def adam_step(w, dw, m, v, t, *, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = w.copy(), m.copy(), v.copy()
    for at in np.ndindex(w.shape):
        m[at] = beta1 * m[at] + (1 - beta1) * dw[at]
        v[at] = beta2 * v[at] + (1 - beta2) * dw[at] ** 2
        w[at] -= rate * (m[at] / (1 - beta1**t)) / (np.sqrt(v[at] / (1 - beta2**t)) + eps)
    return w, m, v
""",
        """
def adam_step(w, dw, m, v, t, *, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    def mean(old, new, beta):
        return beta * old + (1 - beta) * new

    m = mean(m, dw, beta1)
    v = mean(v, dw * dw, beta2)
    w = w - rate * (m / (1 - pow(beta1, t))) / (np.sqrt(v / (1 - pow(beta2, t))) + eps)
    return [w, m, v][0], m, v
""",
    ],
}
