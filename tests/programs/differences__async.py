# Coroutines.
# needs: async
async def work():
    return 5


made = work()
try:
    made.send(None)
except StopIteration as error:
    print(error.value)
