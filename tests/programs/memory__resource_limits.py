# A lower limit of the address space turns a big list into a MemoryError.
# needs: resource
import resource

soft, hard = resource.getrlimit(resource.RLIMIT_AS)
resource.setrlimit(resource.RLIMIT_AS, (500 * 1024 * 1024, hard))
print(resource.getrlimit(resource.RLIMIT_AS)[0])
try:
    a = [0] * (200 * 1024 * 1024)
except MemoryError:
    print("MemoryError")
a = [0] * 1000
print(len(a))
