# Warnings are shown, recorded, raised or ignored as the filters say.
# needs: imports
import warnings


def old():
    warnings.warn("use new()", DeprecationWarning, stacklevel=2)


def shout(text):
    warnings.warn(text)


for i in range(2):
    shout("twice")
shout("other")
old()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    shout("one")
    shout("one")
    warnings.warn("two", RuntimeWarning)
print(len(caught), caught[0].category.__name__, caught[2].message, caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    shout("never seen")
warnings.simplefilter("error", ResourceWarning)
try:
    warnings.warn("leak", ResourceWarning)
except ResourceWarning as error:
    print("raised", error)
warnings.filterwarnings("ignore", category=UserWarning)
shout("ignored")
