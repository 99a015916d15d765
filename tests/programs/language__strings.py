# Methods of str.
# needs: builtins
s = "  The quick brown Fox  "
print(repr(s.strip()), s.split(), s.upper().strip(), s.lower().find("quick"), s.replace("quick", "slow").strip())
print("a,b,,c".split(","), ",".join(["x", "y"]), "abc".startswith(("a", "b")), "abc".endswith("bc"))
print("abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5), "42".zfill(5), "ab" * 3)
print("Hello".swapcase(), "hello world".title(), "hello".capitalize(), "a-b-c".rsplit("-", 1), "a-b-c".partition("-"))
print("abc".isalpha(), "12".isdigit(), " ".isspace(), "aB".islower(), "hello".count("l"), "hello".index("l"))
print("line1\nline2\r\nline3".splitlines(), "x\ty".expandtabs(4), "%s" % "a", "abc"[1], ord("a"), chr(955))
print("é".encode(), b"\xc3\xa9".decode(), "a\\b", 'it\'s', "it's", 'say "x"', repr("\x00\n\t\x7f"), "日本")
print(repr("it's \"both\""), ascii("日"), "abc" < "abd", "a" in "cat", max("hello"), sorted("hello"))
