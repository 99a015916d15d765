# Every call that defines a class leaves one for the collector.
# needs: local classes
import gc


def make():
    class Local:
        def m(self):
            return 1

    return Local().m()


gc.collect()
for i in range(3):
    make()
print(gc.collect() / 3)
