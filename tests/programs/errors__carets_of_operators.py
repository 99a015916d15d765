# Since 3.11 a traceback marks the operator that failed.
def show(n):
    a = {"k": [1, 2, 3]}
    return a["k"][0] + a["k"][1] * (n - 1) / n


show(1)
show(0)
