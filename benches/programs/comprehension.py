numbers = [i for i in range(10_000_000)]
print(len(numbers))
