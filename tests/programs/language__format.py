# Format specifications in f-strings, format() and %.
# needs: builtins
n = 1234567.891
print(f"{n:,.2f} {n:.3e} {n:12.1f}| {n:<12.1f}| {n:^12.1f}| {n:+.0f} {0.1:.20f}")
i = 255
print(f"{i:b} {i:o} {i:x} {i:X} {i:#x} {i:08d} {i:,} {-i:+d} {i:>6}|{i:<6}|{i:^6}| {i:c}")
s = "text"
print(f"{s!r} {s:>8} {s:*^10} {s:.2} {s=} {i + 1 = } {i=:x}")
print("{} {1} {0}".format(1, 2) if False else "{1} {0} {name}".format(1, 2, name="n"), "{:>5}{:<5}|".format("a", "b"))
print("%d %5.2f %s %r %x %05d %-5d| %% %c" % (3, 3.14159, "s", "r", 255, 42, 7, "c"))
print("%(a)s and %(b)d" % {"a": 1, "b": 2}, f"{'nested'}", f"{[1, 2][0]}", f"{{}}", f"{i:{'>'}{10}}")
print(format(3.0), format(1e100), format(10**20, ","), f"{1 / 3:.3%}", f"{True}", f"{None}", f"{1.0:g} {1e-7:g}")
width = 8
print(f"{3.14159:{width}.3}|", f"{'a':{width}}|", f"{10:0{width}b}")
