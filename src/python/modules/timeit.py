import gc
import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self.namespace = {} if globals is None else globals
        self.stmt = stmt if callable(stmt) else compile(stmt, "<timeit-src>", "exec")
        self.setup = setup if callable(setup) else compile(setup, "<timeit-src>", "exec")

    def _run(self, code):
        if callable(code):
            code()
        else:
            exec(code, self.namespace)

    def timeit(self, number=default_number):
        enabled = gc.isenabled()
        gc.disable()
        try:
            self._run(self.setup)
            start = self.timer()
            for _ in range(number):
                self._run(self.stmt)
            return self.timer() - start
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
