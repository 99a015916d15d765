# Only tracked containers are asked.
import gc

gc.disable()
gc.collect()
text = f"some {1} text"
pair = (text, 1)
table = {"t": text}
found = gc.get_referrers(text)
print(len(found))
row = [text]
print(len(gc.get_referrers(text)))
