# Limits that cannot be are errors.
# needs: resource
import resource

try:
    resource.setrlimit(resource.RLIMIT_STACK, (10, 5))
except ValueError as error:
    print(error)
try:
    resource.getrlimit(12345)
except ValueError as error:
    print(error)
print(resource.getpagesize())
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_maxrss > 1000, len(usage))
