# What is C in CPython's library and Python here has frames of its own in a traceback.
# needs: types
import types


class Refuses:
    def __eq__(self, other):
        raise KeyError("refused")


try:
    types.SimpleNamespace(part=Refuses()) == types.SimpleNamespace(part=Refuses())
except KeyError as error:
    traceback = error.__traceback__
    while traceback is not None:
        print(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
