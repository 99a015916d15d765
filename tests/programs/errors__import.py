# An unknown module is an error with its name.
try:
    import no_such_module_here
except ImportError as error:
    print(type(error).__name__, error)
import no_such_module_here
