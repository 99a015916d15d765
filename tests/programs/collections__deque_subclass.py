# A class derived from deque.
# needs: collections
import collections


class Queue(collections.deque):
    pass


print(Queue([1, 2]))
