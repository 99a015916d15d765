# Claim: resource can ask for the limits of any process. True on Linux.
# needs: resource
import os
import resource

print(resource.prlimit(os.getpid(), resource.RLIMIT_CORE) == resource.getrlimit(resource.RLIMIT_CORE))
