# Up to 3.12 the dict of a function's locals stays with its frame: locals() gives the same one again, and f_locals keeps what it has
# shown. gcscope makes a new dict each time.
# needs: locals, frames
import traceback


class Payload:
    def __del__(self):
        print("freed")


def shows_twice():
    a = 1
    first = locals()
    b = 2
    print(first is locals(), sorted(first))


def fails():
    payload = Payload()
    1 / 0


shows_twice()
try:
    fails()
except ZeroDivisionError as error:
    kept = error
frame = kept.__traceback__.tb_next.tb_frame
print(sorted(frame.f_locals))
traceback.clear_frames(kept.__traceback__)
print("cleared")
