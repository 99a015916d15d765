# In 3.13 a generator expression asks its first iterable for an iterator, and that one again when it begins.
# needs: generators
class Loud:
    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        print("next")
        raise StopIteration


made = (x for x in Loud())
print("made")
print(list(made))
