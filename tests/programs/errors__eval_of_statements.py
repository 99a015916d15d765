# eval takes an expression: what it says to a statement.
for source in ("x = 5", "(x = 5)", "x == 5 = 3", "x.a = 5", "[x = 3]", "1 = 2", "not x = 5", "x, y = 5", "print x", "x := 5",
               "def f(): pass", "if x: pass", "x += 1", "del x", "import gc"):
    try:
        eval(source)
    except SyntaxError as error:
        print(source, "|", error)
