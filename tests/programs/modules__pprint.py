# Long structures are broken into lines.
# needs: pprint
import pprint

pprint.pprint({"b": 1, "a": [1, 2]})
pprint.pprint([["some text that is long enough"] * 2, {"key": "another text that is long"}, tuple(range(12))])
a = [1]
a.append(a)
print(len(pprint.pformat({"k": list(range(40))}).split("\n")))
