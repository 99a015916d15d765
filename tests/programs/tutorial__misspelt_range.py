# A tutorial's misspelt range: the error that it really gives.
# needs: suggestions
def func():
    print("initial")
    a = [i for i in derange(10000000)]
    return a


a = func()
print("finished")
