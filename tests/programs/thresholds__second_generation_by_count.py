# Generation 1's turn comes after more than threshold1 young collections.
# needs: closures
import gc


def run(threshold1):
    starts = []

    def note(phase, info):
        if phase == "start":
            starts.append(info["generation"])

    keep = [None] * 600
    gc.collect()
    gc.callbacks.append(note)
    gc.set_threshold(20, threshold1, 1000)
    gc.enable()
    for i in range(600):
        keep[i] = [i]
    gc.disable()
    gc.callbacks.remove(note)
    print(threshold1, starts[:16])


gc.disable()
run(0)
run(1)
run(2)
run(5)
run(10)
