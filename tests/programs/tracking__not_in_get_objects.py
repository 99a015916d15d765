# get_objects() lists what is tracked and nothing else.
import gc

gc.disable()
gc.collect()


def listed(x):
    for y in gc.get_objects():
        if y is x:
            return True
    return False


row = []
number = 12345678901234567890
text = "some text"
pair = ([], 1)
atoms = (number, text)
gc.collect()
print(listed(row), listed(number), listed(text), listed(pair), listed(atoms))
d = {"a": 1}
print(listed(d))
d["row"] = row
print(listed(d))
