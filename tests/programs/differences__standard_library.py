# Modules of the standard library that are not about memory.
# needs: imports
import json
import math

print(math.sqrt(4), json.dumps([1]))
