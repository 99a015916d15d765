# A caught exception kept in a local refers to the frame that holds it.
import gc


def keep():
    try:
        raise ValueError("kept")
    except ValueError as error:
        kept = error


gc.collect()
keep()
print(gc.collect())
