# With from None the first error is not printed.
# needs: raise from
try:
    [][1]
except IndexError:
    raise RuntimeError("only this one") from None
