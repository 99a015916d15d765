# The nodes of the drawing, by their labels.
# needs: objgraph, special methods
import objgraph


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


def labels(out):
    found = []
    for line in out.text.split("\n"):
        if "label=" in line and "->" not in line:
            found.append(line.split('label="')[1].split('"')[0])
    return sorted(found)


a = [1, "text"]
a.append({"k": (a, 2.5)})
out = Out()
objgraph.show_refs([a], output=out)
for label in labels(out):
    print(label)
print(out.text.count(" -> "))
