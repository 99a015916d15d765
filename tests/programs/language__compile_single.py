# compile() in its three modes.
# needs: builtins
code = compile("a = 5", "<text>", "exec")
exec(code)
print(a, eval(compile("a + 1", "<text>", "eval")))
exec(compile("a + 2", "<text>", "single"))
exec(compile("a\n", "<text>", "single"))
exec(compile("for i in range(3):\n    i\n", "<text>", "single"))
exec(compile("None", "<text>", "single"))
exec(compile("a + 3", "<text>", "exec"))
