# The args of a SyntaxError that the compiler raises: gcscope has its message alone there, not where it was found.
# needs: exec
for text in ("x =", "(1,"):
    try:
        exec(text)
    except SyntaxError as error:
        print(len(error.args), error.msg, error.lineno)
