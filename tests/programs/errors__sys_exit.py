# sys.exit with a text prints it on standard error and exits with 1.
import sys

try:
    sys.exit(2)
except SystemExit as error:
    print("caught", error.code)
sys.exit("stopped here")
